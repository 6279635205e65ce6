import Casework
extension LawfulProcedure {
}
