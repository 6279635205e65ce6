// swift-tools-version: 6.2
import PackageDescription

let strict: [SwiftSetting] = [
  .enableUpcomingFeature("ExistentialAny"), .treatAllWarnings(as: .error),
  // Rows are decoded by generics of another target; without this each column looks its types up at run time.
  .unsafeFlags(["-cross-module-optimization"], .when(configuration: .release)),
]

let package = Package(
  name: "ipcase",
  platforms: [.macOS(.v15)],
  products: [.executable(name: "ipcase", targets: ["Command"])],
  dependencies: [
    .package(url: "https://github.com/hummingbird-project/hummingbird", from: "2.28.1"),
    .package(url: "https://github.com/hummingbird-project/swift-mustache", from: "2.1.1"),
    .package(url: "https://github.com/apple/swift-argument-parser", from: "1.8.2"),
    .package(url: "https://github.com/apple/swift-http-types", from: "1.8.0"),
    .package(url: "https://github.com/apple/swift-log", from: "1.16.2"),
    .package(url: "https://github.com/apple/swift-nio", from: "2.101.2"),
    .package(url: "https://github.com/apple/swift-metrics", from: "2.13.0"),
    .package(url: "https://github.com/swift-server/swift-service-lifecycle", from: "2.13.0"),
    .package(url: "https://github.com/jpsim/Yams", from: "6.2.2"),
  ],
  targets: [
    .target(name: "Law", swiftSettings: strict),
    .target(name: "Casework", dependencies: ["Law"], swiftSettings: strict),

    .systemLibrary(name: "CLibPQ", pkgConfig: "libpq", providers: [.apt(["libpq-dev"])]),
    .systemLibrary(name: "CArgon2", pkgConfig: "libargon2", providers: [.apt(["libargon2-dev"])]),
    .systemLibrary(name: "CCrypto", pkgConfig: "libcrypto", providers: [.apt(["libssl-dev"])]),

    .systemLibrary(name: "CPango", pkgConfig: "pangocairo", providers: [.apt(["libpango1.0-dev"])]),
    .systemLibrary(name: "CZip", pkgConfig: "libzip", providers: [.apt(["libzip-dev"])]),
    .systemLibrary(name: "CExpat", pkgConfig: "expat", providers: [.apt(["libexpat1-dev"])]),
    .systemLibrary(name: "CXlsxWriter", pkgConfig: "xlsxwriter", providers: [.apt(["libxlsxwriter-dev"])]),
    .systemLibrary(name: "CQREncode", pkgConfig: "libqrencode", providers: [.apt(["libqrencode-dev"])]),

    .target(name: "Postgres", dependencies: ["CLibPQ"], swiftSettings: strict),
    .target(name: "Secrets", dependencies: ["CArgon2", "CCrypto"], swiftSettings: strict),
    .target(
      name: "Catalogue", dependencies: ["Law", "Casework", .product(name: "Yams", package: "Yams")],
      resources: [.copy("zh-CN"), .copy("en")], swiftSettings: strict),
    .target(
      name: "Schema", dependencies: ["Postgres"], path: "Schema",
      exclude: ["README.md"],
      resources: [.copy("Migrations"), .copy("Reference"), .copy("Demo")], swiftSettings: strict),
    .target(
      name: "Registry", dependencies: ["Casework", "Law", "Postgres", "Secrets"], swiftSettings: strict),
    .target(
      name: "Reports",
      dependencies: ["Registry", "Casework", "Law", "Postgres", .product(name: "Yams", package: "Yams")],
      resources: [.copy("Forms")], swiftSettings: strict),
    .target(name: "Handoff", dependencies: ["CZip", "Secrets"], swiftSettings: strict),
    .target(name: "Sheets", dependencies: ["CZip", "CExpat"], swiftSettings: strict),
    .target(
      name: "Documents",
      dependencies: [
        "CPango", "CQREncode", "CXlsxWriter", .product(name: "Mustache", package: "swift-mustache"),
        .product(name: "Yams", package: "Yams"),
      ],
      resources: [.copy("Templates")], swiftSettings: strict),
    .target(
      name: "Web",
      dependencies: [
        "Registry", "Reports", "Documents", "Sheets", "Handoff", "Casework", "Law", "Catalogue", "Secrets",
        .product(name: "Hummingbird", package: "hummingbird"),
        .product(name: "HTTPTypes", package: "swift-http-types"),
        .product(name: "Mustache", package: "swift-mustache"),
        .product(name: "Logging", package: "swift-log"),
        .product(name: "Metrics", package: "swift-metrics"), .product(name: "CoreMetrics", package: "swift-metrics"),
        .product(name: "Yams", package: "Yams"),
      ],
      resources: [.copy("Templates"), .copy("Static"), .copy("openapi.yaml")], swiftSettings: strict),
    .executableTarget(
      name: "Command",
      dependencies: [
        "Web", "Documents", "Handoff", "Reports", "Registry", "Schema", "Postgres", "Casework", "Law", "Catalogue",
        "Secrets",
        .product(name: "ArgumentParser", package: "swift-argument-parser"),
        .product(name: "ServiceLifecycle", package: "swift-service-lifecycle"),
        .product(name: "Logging", package: "swift-log"),
      ],
      swiftSettings: strict),

    .target(
      name: "TestSupport", dependencies: ["Registry", "Schema", "Postgres", "Casework", "Law"],
      path: "Tests/TestSupport", swiftSettings: strict),
    .testTarget(name: "LawTests", dependencies: ["Law"], exclude: ["Expected"], swiftSettings: strict),
    .testTarget(name: "CaseworkTests", dependencies: ["Casework", "Law"], swiftSettings: strict),
    .testTarget(name: "CatalogueTests", dependencies: ["Catalogue", "Casework", "Law"], swiftSettings: strict),
    .testTarget(name: "PostgresTests", dependencies: ["Postgres", "TestSupport"], swiftSettings: strict),
    .testTarget(
      name: "SchemaTests", dependencies: ["Schema", "Postgres", "Casework", "TestSupport"], swiftSettings: strict),
    .testTarget(
      name: "RegistryTests",
      dependencies: ["Registry", "Secrets", "Schema", "Postgres", "Casework", "Law", "TestSupport"],
      exclude: ["Law/screen.sql", "Inspection/draw.py", "Import/published.csv"],
      swiftSettings: strict),
    .testTarget(
      name: "ReportsTests", dependencies: ["Reports", "Registry", "Casework", "Law", "Postgres", "TestSupport"],
      exclude: ["Quarter"],
      swiftSettings: strict),
    .testTarget(
      name: "HandoffTests",
      dependencies: ["Handoff", "Registry", "Secrets", "Casework", "Law", "Postgres", "TestSupport"],
      exclude: ["audit.py"], swiftSettings: strict),
    .testTarget(name: "SheetsTests", dependencies: ["Sheets"], exclude: ["workbooks.py"], swiftSettings: strict),
    .testTarget(name: "DocumentsTests", dependencies: ["Documents"], swiftSettings: strict),
    .testTarget(
      name: "WebTests",
      dependencies: [
        "Web", "Documents", "Handoff", "Reports", "Registry", "Catalogue", "Casework", "Law", "Postgres", "Secrets",
        "TestSupport",
        .product(name: "Hummingbird", package: "hummingbird"),
        .product(name: "HTTPTypes", package: "swift-http-types"),
        .product(name: "NIOEmbedded", package: "swift-nio"),
      ], swiftSettings: strict),
    .testTarget(
      name: "CommandTests", dependencies: ["Command", "Schema", "Postgres", "Casework", "Law", "TestSupport"],
      swiftSettings: strict),
  ],
  swiftLanguageModes: [.v6]
)
