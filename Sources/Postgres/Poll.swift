#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// Waiting for a socket.
enum Poll {
  /// Whether something has arrived, an end of file included. Does not wait.
  static func isReadable(_ socket: Int32) -> Bool {
    var entry = pollfd(fd: socket, events: Int16(POLLIN), revents: 0)
    return poll(&entry, 1, 0) > 0
  }

  /// Waits until the socket can be read or written.
  static func readOrWrite(_ socket: Int32) -> (readable: Bool, writable: Bool) {
    var entry = pollfd(fd: socket, events: Int16(POLLIN | POLLOUT), revents: 0)
    _ = poll(&entry, 1, -1)
    return (entry.revents & Int16(POLLIN | POLLHUP | POLLERR) != 0, entry.revents & Int16(POLLOUT) != 0)
  }

  /// Waits until one of two descriptors can be read, at most `milliseconds`; tells which.
  static func readable(_ first: Int32, _ second: Int32, milliseconds: Int32) -> (first: Bool, second: Bool) {
    var entries = [
      pollfd(fd: first, events: Int16(POLLIN), revents: 0), pollfd(fd: second, events: Int16(POLLIN), revents: 0),
    ]
    _ = poll(&entries, 2, milliseconds)
    return (entries[0].revents != 0, entries[1].revents != 0)
  }
}
