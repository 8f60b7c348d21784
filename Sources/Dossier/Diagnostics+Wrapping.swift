import Documents

extension Diagnostics {
    /// Whatever was thrown, as what is told to people.
    init(wrapping error: any Error) {
        switch error {
        case let problems as Diagnostics: self = problems
        case let problem as Diagnostic: self.init([problem])
        default: self.init([Diagnostic("\(error)", cause: .internalError)])
        }
    }
}
