import Casework

/// The refusal that `act` meets; nil if it is granted.
func refusal(_ act: () throws(Refusal) -> Void) -> Refusal? {
  do throws(Refusal) {
    try act()
    return nil
  } catch {
    return error
  }
}
