/// Every function by name.
enum ExpressionFunctions {
    static let all: [String: ExpressionFunction] = {
        let groups = [
            TypeFunctions.all, MathFunctions.all, StatisticalFunctions.all, TextFunctions.all, ListFunctions.all,
            DateFunctions.all, FormatFunctions.all, ColorFunctions.all, ScaleFunctions.all, InteractionFunctions.all,
            GeographicFunctions.all, FactFunctions.all,
        ]
        return groups.reduce(into: [:]) { $0.merge($1) { first, _ in first } }
    }()
}
