import Casework
import Catalogue
import Hummingbird
import Law
import Logging
import Registry
import Reports
import Secrets

/// The whole of the service that is reached by HTTP: every route, in order.
public struct Site: Sendable {
  let registry: Registry
  let catalogue: Catalogue
  let directory: Directory
  let offences: [Offence]
  let templates: Templates
  let sessions: SessionCache
  let hashing: PasswordHashing
  let prometheus: Prometheus
  let contract: ByteBuffer
  let desk: PaperDesk
  let reports: ReportShelf
  let options: Options
  /// The clock. Read once a request.
  let now: @Sendable () -> Instant
  var methods = MethodTable()

  /// How the service presents itself.
  public struct Options: Sendable {
    /// Whether browsers reach it by HTTPS only: cookies are then marked so.
    public var isSecure: Bool
    /// Whether the register holds published cases for demonstration, which every page then says.
    public var isDemo: Bool

    /// Chooses.
    public init(isSecure: Bool, isDemo: Bool) { (self.isSecure, self.isDemo) = (isSecure, isDemo) }
  }

  /// Prepares the service: reads agencies from the register, and templates, wording and contract from its resources.
  ///
  /// - Throws: `PostgresError`, or what is wrong with a template or the catalogue.
  public init(
    registry: Registry, catalogue: Catalogue, prometheus: Prometheus, desk: PaperDesk, reports: ReportShelf,
    options: Options,
    now: @escaping @Sendable () -> Instant
  ) async throws {
    (self.desk, self.reports) = (desk, reports)
    self.registry = registry
    self.catalogue = catalogue
    self.prometheus = prometheus
    self.options = options
    self.now = now
    // A service does not start on law that does not hold together.
    _ = try await registry.lawBook()
    directory = Directory(try await registry.agencies())
    offences = try await registry.offences().map { Offence(code: $0.code, chinese: $0.chinese, english: $0.english) }
    templates = try Templates(catalogue)
    sessions = SessionCache(registry)
    hashing = PasswordHashing(limit: 32)
    contract = try Contract.json()
  }

  /// The service, to be run: listens on `host` and `port`, and tells the port it got.
  public func application(
    host: String, port: Int, logger: Logger, onServerRunning: @escaping @Sendable (_ port: Int) -> Void
  ) -> some ApplicationProtocol {
    Application(
      router: router(), configuration: .init(address: .hostname(host, port: port), backlog: 1024),
      onServerRunning: { channel in onServerRunning(channel.localAddress?.port ?? port) }, logger: logger)
  }

  /// Every route.
  func router() -> Router<Context> {
    var site = self
    let bare = Router(context: Context.self)
    site.addRoutes(to: bare)
    site.methods = MethodTable(bare)
    let router = Router(context: Context.self)
    router.add(middleware: Accounting(site: site))
    router.add(middleware: SecurityHeaders())
    router.add(middleware: ProblemMiddleware(site: site))
    router.add(middleware: Authentication(site: site))
    site.addRoutes(to: router)
    return router
  }

  private func addRoutes(to router: Router<Context>) {
    Health(site: self).add(to: router.group())
    let api = router.group("api")
    Contract(site: self).add(to: api)
    Sessions(site: self).add(to: api.group("sessions"))
    Agencies(site: self).add(to: api)
    CaseFiles(site: self).add(to: api.group("cases"))
    Openings(site: self).add(to: api.group("cases"))
    Supplements(site: self).add(to: api.group("cases"))
    EnforcementActions(site: self).add(to: api)
    KeyMarkets(site: self).add(to: api)
    Corrections(site: self).add(to: api.group("cases"))
    Clocks(site: self).add(to: api.group("cases"))
    Explanations(site: self).add(to: api.group("cases"))
    Screenings(site: self).add(to: api)
    CreditChecks(site: self).add(to: api)
    Inspections(site: self).add(to: api)
    Plans(site: self).add(to: api.group("plan"))
    Campaigns(site: self).add(to: api)
    SupervisedCases(site: self).add(to: api)
    ConferenceTasks(site: self).add(to: api)
    Acts(site: self).add(to: api.group("proceedings"))
    Referrals(site: self).add(to: api)
    EvidenceItems(site: self).add(to: api)
    Papers(site: self).add(to: api)
    Packages(site: self).add(to: api)
    Handoffs(site: self).add(to: api)
    Exchanges(site: self).add(to: api)
    Peers(site: self).add(to: api.group("peer"))
    AuditLogs(site: self).add(to: api)
    Imports(site: self).add(to: api.group("imports"))
    Exports(site: self).add(to: api.group("exports"))
    ReportRuns(site: self).add(to: api)
    ReportIssues(site: self).add(to: api)
    addPages(to: router)
  }

  /// What keeps running beside the requests: hearing of sessions that end early, and of changes of the law book.
  public func listen() async {
    async let law: Void = registry.followLaw()
    await sessions.listen()
    await law
  }

  /// The reader's language: the one chosen here before, else the one the browser prefers.
  func language(of request: Request) -> Language {
    if let chosen = request.cookies["language"].flatMap({ Language(rawValue: $0.value) }) { return chosen }
    return Language.preferred(from: request.headers[.acceptLanguage])
  }

  var cookieName: String { options.isSecure ? "__Host-ipcase" : "ipcase" }
}

/// An offence that a referral can name.
struct Offence: Sendable {
  let code: String
  let chinese: String
  let english: String

  func name(in language: Language) -> String { language == .chinese ? chinese : english }
}
