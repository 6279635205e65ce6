import Casework

/// The code of the refusal that `act` meets; nil if it is granted. Any other error is thrown on.
func code(_ act: () async throws -> Void) async throws -> String? {
  try await refusal(act)?.code
}

/// The refusal that `act` meets; nil if it is granted. Any other error is thrown on.
func refusal(_ act: () async throws -> Void) async throws -> Refusal? {
  do {
    try await act()
    return nil
  } catch let refused as Refusal {
    return refused
  }
}
