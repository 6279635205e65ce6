#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// A program run to its end, with nothing on its standard streams.
///
/// Not Foundation's `Process`: that waits until every descendant has closed a socket it hands down, and the database
/// server lives on.
enum Child {
  /// Runs the program at the path that comes first, in the root folder; says whether it succeeded.
  static func run(_ arguments: [String]) -> Bool {
    var actions = posix_spawn_file_actions_t()
    posix_spawn_file_actions_init(&actions)
    defer { posix_spawn_file_actions_destroy(&actions) }
    for descriptor: Int32 in 0...2 {
      posix_spawn_file_actions_addopen(&actions, descriptor, "/dev/null", O_RDWR, 0)
    }
    let command = ["/usr/bin/env", "-C", "/"] + arguments
    var texts: [UnsafeMutablePointer<CChar>?] = command.map { strdup($0) }
    texts.append(nil)
    defer { for text in texts { free(text) } }
    var child = pid_t()
    guard posix_spawn(&child, command[0], &actions, nil, texts, environ) == 0 else { return false }
    var status: Int32 = 0
    while waitpid(child, &status, 0) == -1 {
      if errno != EINTR { return false }
    }
    return status == 0
  }
}
