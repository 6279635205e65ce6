import Law

/// The fault of the law book that `act` meets; nil if there is none. Any other error is thrown on.
func fault(_ act: () async throws -> Void) async throws -> LawFault? {
  do {
    try await act()
    return nil
  } catch let fault as LawFault {
    return fault
  }
}
