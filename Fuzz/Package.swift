// swift-tools-version: 6.1
import PackageDescription

/// Fuzzers of the readers, apart from the package itself: they are built with libFuzzer, which brings its own `main`.
/// See `Scripts/fuzz`.
let package = Package(
    name: "Fuzz",
    platforms: [.macOS(.v14)],
    dependencies: [.package(name: "Dossier", path: "..")],
    targets: [
        .executableTarget(
            name: "Fuzz", dependencies: [.product(name: "Dossier", package: "Dossier")])
    ]
)
