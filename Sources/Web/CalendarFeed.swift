import Law

/// A calendar as programs subscribe to it (RFC 5545): an event for each time limit, with an alarm a day and two hours before.
struct CalendarFeed {
  /// An event.
  struct Event {
    /// Stable over all days.
    let id: String
    /// What must be done by then.
    let title: String
    /// The case.
    let description: String
    /// Where to read on; `nil` where the service does not know its own address.
    let address: String?
    /// The last instant.
    let dueAt: Instant
  }

  let name: String
  let events: [Event]

  /// The calendar as text, as it is at an instant: lines of at most 75 bytes, ended by CRLF.
  func text(at now: Instant) -> String {
    var lines = ["BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:-//IPCase//IPCase//ZH", "CALSCALE:GREGORIAN"]
    lines += ["METHOD:PUBLISH", "X-WR-CALNAME:\(Self.escaped(name))", "REFRESH-INTERVAL;VALUE=DURATION:PT1H"]
    for event in events {
      lines += ["BEGIN:VEVENT", "UID:\(event.id)", "DTSTAMP:\(Self.stamp(now))"]
      // The event ends at the last instant in time, so that a glance at the calendar says by when.
      lines.append("DTSTART:\(Self.stamp(event.dueAt.adding(seconds: -1800)))")
      lines += ["DTEND:\(Self.stamp(event.dueAt))", "SUMMARY:\(Self.escaped(event.title))"]
      lines.append("DESCRIPTION:\(Self.escaped(event.description))")
      if let address = event.address { lines.append("URL:\(address)") }
      for before in ["P1D", "PT2H"] {
        lines += ["BEGIN:VALARM", "ACTION:DISPLAY", "DESCRIPTION:\(Self.escaped(event.title))"]
        lines += ["TRIGGER;RELATED=END:-\(before)", "END:VALARM"]
      }
      lines.append("END:VEVENT")
    }
    lines.append("END:VCALENDAR")
    return lines.map { Self.folded($0) + "\r\n" }.joined()
  }

  /// `20261120T080000Z`.
  private static func stamp(_ instant: Instant) -> String {
    instant.description.prefix(19).filter { $0 != "-" && $0 != ":" } + "Z"
  }

  /// Text with what means something escaped, scalar by scalar.
  static func escaped(_ text: String) -> String {
    var escaped = String.UnicodeScalarView()
    for scalar in text.unicodeScalars {
      switch scalar {
      case "\\", ";", ",":
        escaped.append("\\")
        escaped.append(scalar)
      case "\n", "\u{2028}": escaped.append(contentsOf: "\\n".unicodeScalars)
      case _ where scalar.properties.generalCategory == .control: continue
      default: escaped.append(scalar)
      }
    }
    return String(escaped)
  }

  /// A line broken before it has more than 75 bytes, never within a character's bytes.
  static func folded(_ line: String) -> String {
    var (folded, length) = (String.UnicodeScalarView(), 0)
    for scalar in line.unicodeScalars {
      let bytes = String(scalar).utf8.count
      if length + bytes > 75 {
        folded.append(contentsOf: "\r\n ".unicodeScalars)
        length = 1
      }
      folded.append(scalar)
      length += bytes
    }
    return String(folded)
  }
}
