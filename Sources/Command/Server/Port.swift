#if canImport(Glibc)
  import Glibc
#endif

/// The address to listen on.
enum Port {
  /// Finds out in time, and says in a sentence, that a port cannot be had.
  ///
  /// - Throws: `ClientFault`.
  static func check(_ host: String, _ port: Int) throws(ClientFault) {
    var hints = addrinfo()
    hints.ai_socktype = Int32(SOCK_STREAM.rawValue)
    hints.ai_flags = AI_PASSIVE
    var found: UnsafeMutablePointer<addrinfo>?
    guard getaddrinfo(host, String(port), &hints, &found) == 0, let address = found else {
      throw ClientFault(.unavailable, "port.host", ["host": host])
    }
    defer { freeaddrinfo(address) }
    let descriptor = socket(address.pointee.ai_family, address.pointee.ai_socktype, 0)
    defer { close(descriptor) }
    var yes: Int32 = 1
    setsockopt(descriptor, SOL_SOCKET, SO_REUSEADDR, &yes, socklen_t(MemoryLayout<Int32>.size))
    guard bind(descriptor, address.pointee.ai_addr, address.pointee.ai_addrlen) != 0 else { return }
    throw ClientFault(
      .unavailable, errno == EADDRINUSE ? "port.taken" : "port.refused", ["host": host, "port": String(port)])
  }
}
