import Law
import Reports

/// The charts of a report, drawn here: bars with a table of the same figures beside each.
struct ReportCharts {
  let tables: ReportTables
  /// Months of some indicators, 24 up to the last, earliest first.
  let series: [String: [Int64]]
  /// How long acts took, and the law book that names their limits.
  let pace: [ReportPace]
  let book: LawBook
  let words: Wording

  var all: [ReportPage.Chart] { [trend] + byRow.compactMap { $0 } + [funnel, times].compactMap { $0 } }

  private static let width = 640
  private static let left = 190

  /// Filed cases month by month, with the year before.
  private var trend: ReportPage.Chart {
    let values = series["filed"] ?? []
    let (before, now) = (Array(values.prefix(12)), Array(values.suffix(12)))
    var month = tables.run.period.last
    var months = [month]
    while months.count < 12 {
      month = month.previous
      months.insert(month, at: 0)
    }
    let most = max(1, values.max() ?? 0)
    let (height, step) = (180, 48)
    func bars(_ figures: [Int64], _ shift: Int, _ tone: String) -> [ReportPage.Bar] {
      figures.enumerated().map { index, value in
        let size = Int(value * 130 / most)
        return .init(x: 30 + index * step + shift, y: 140 - size, width: 18, height: size, tone: tone)
      }
    }
    let rows = zip(months, zip(now, before)).map { month, pair in
      ReportPage.ChartRow(label: month.description, values: [String(pair.0), String(pair.1)])
    }
    return ReportPage.Chart(
      id: "trend", title: words("report.chart.trend"), width: Self.width, height: height,
      summary: words("report.chart.trend-summary", ["most": String(most)]),
      bars: bars(before, 0, "before") + bars(now, 20, "now"),
      labels: months.enumerated().map {
        .init(x: 49 + $0.offset * step, y: 158, anchor: "middle", text: String($0.element.description.suffix(5)))
      }, headings: [words("report.chart.this-year"), words("report.chart.last-year")], rows: rows)
  }

  /// The first column of each cut, year to date.
  private var byRow: [ReportPage.Chart?] {
    tables.tables.filter { [.category, .town].contains($0.kind) }.map { table in
      guard let column = table.columns.first(where: { $0.column.key == "filed" }) ?? table.columns.first,
        let index = table.columns.firstIndex(where: { $0.column == column.column })
      else { return nil }
      let figures = table.rows.filter { !$0.isUnreported }.map {
        (label: $0.label, value: $0.cells[index].figures.year)
      }
      return bars(
        "chart-\(table.key)", "\(table.title)：\(column.name)（\(words("report.column.year"))）",
        figures.filter { $0.value != 0 })
    }
  }

  /// From referral to judgment, year to date.
  private var funnel: ReportPage.Chart? {
    let steps = ["referred", "police-received", "police-filed", "arrested", "prosecuted", "judged"]
    let figures = steps.compactMap { step -> (label: String, value: Int64)? in
      for table in tables.tables {
        if let index = table.columns.firstIndex(where: { $0.column.key == step }),
          let total = table.total ?? (table.kind == .total ? table.rows.first : nil)
        {
          return (table.columns[index].name, total.cells[index].figures.year)
        }
      }
      return nil
    }
    return figures.count < 3 ? nil : bars("funnel", words("report.chart.funnel"), figures)
  }

  private func bars(_ id: String, _ title: String, _ figures: [(label: String, value: Int64)]) -> ReportPage.Chart? {
    if figures.isEmpty { return nil }
    let most = max(1, figures.map(\.value).max() ?? 0)
    let room = Int64(Self.width - Self.left - 60)
    var (shapes, labels): ([ReportPage.Bar], [ReportPage.Label]) = ([], [])
    for (index, figure) in figures.enumerated() {
      let (top, size) = (index * 26, Int(max(0, figure.value) * room / most))
      shapes.append(.init(x: Self.left, y: top + 6, width: size, height: 16, tone: "now"))
      labels.append(.init(x: Self.left - 8, y: top + 19, anchor: "end", text: figure.label))
      labels.append(.init(x: Self.left + 6 + size, y: top + 19, anchor: "start", text: String(figure.value)))
    }
    return ReportPage.Chart(
      id: id, title: title, width: Self.width, height: figures.count * 26 + 10,
      summary: figures.map { "\($0.label) \($0.value)" }.joined(separator: words.separator), bars: shapes,
      labels: labels, headings: [words("report.column.year")],
      rows: figures.map { .init(label: $0.label, values: [String($0.value)]) })
  }

  /// Of each time limit, the acts within half of it, within all of it, and too late.
  private var times: ReportPage.Chart? {
    if pace.isEmpty { return nil }
    let most = max(1, pace.map { $0.soon + $0.timely + $0.late }.max() ?? 0)
    let room = Int64(Self.width - Self.left - 120)
    var (shapes, labels): ([ReportPage.Bar], [ReportPage.Label]) = ([], [])
    let names = pace.map { one in
      book.limits[one.rule]?.last.map { "\(words($0.name)) \(one.rule)" } ?? one.rule
    }
    for (index, one) in pace.enumerated() {
      let top = index * 26
      var left = Self.left
      for (count, tone) in [(one.soon, "now"), (one.timely, "before"), (one.late, "late")] {
        let size = Int(count * room / most)
        shapes.append(.init(x: left, y: top + 6, width: size, height: 16, tone: tone))
        left += size
      }
      let name = names[index]
      labels.append(
        .init(x: Self.left - 8, y: top + 19, anchor: "end", text: name.count > 16 ? name.prefix(15) + "…" : name))
      labels.append(
        .init(x: left + 6, y: top + 19, anchor: "start", text: "\(one.soon) · \(one.timely) · \(one.late)"))
    }
    return ReportPage.Chart(
      id: "times", title: words("report.chart.times"), width: Self.width, height: pace.count * 26 + 10,
      summary: words("report.chart.times-summary"), bars: shapes, labels: labels,
      headings: ["soon", "timely", "late", "median"].map { words("report.chart.\($0)") },
      rows: zip(names, pace).map { name, one in
        .init(
          label: name,
          values: [
            String(one.soon), String(one.timely), String(one.late),
            words("report.chart.days", ["days": String(Double(one.medianHours * 10 / 24) / 10)]),
          ])
      })
  }
}
