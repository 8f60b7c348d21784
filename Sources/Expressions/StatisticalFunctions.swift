#if canImport(Glibc)
import Glibc
#elseif canImport(Darwin)
import Darwin
#endif

/// Distributions.
package enum StatisticalFunctions {
    private static func moments(_ arguments: ExpressionArguments, from index: Int) -> (mean: Double, deviation: Double)
    {
        let given = arguments.count
        return (given > index ? arguments.number(index) : 0, given > index + 1 ? arguments.number(index + 1) : 1)
    }

    /// The standard normal distribution's quantile (Acklam's rational start, one step of Halley's method).
    static func normalQuantile(_ p: Double) -> Double {
        guard p > 0, p < 1 else { return p == 0 ? -.infinity : p == 1 ? .infinity : .nan }
        let a = [
            -39.69683028665376, 220.9460984245205, -275.9285104469687, 138.357751867269, -30.66479806614716,
            2.506628277459239,
        ]
        let b = [-54.47609879822406, 161.5858368580409, -155.6989798598866, 66.80131188771972, -13.28068155288572]
        let c = [
            -0.007784894002430293, -0.3223964580411365, -2.400758277161838, -2.549732539343734, 4.374664141464968,
            2.938163982698783,
        ]
        let d = [0.007784695709041462, 0.3224671290700398, 2.445134137142996, 3.754408661907416]
        func polynomial(_ coefficients: [Double], _ x: Double) -> Double { coefficients.reduce(0) { $0 * x + $1 } }
        var x: Double
        if p < 0.02425 || p > 1 - 0.02425 {
            let q = sqrt(-2 * log(min(p, 1 - p)))
            x = polynomial(c, q) / (polynomial(d, q) * q + 1)
            if p > 0.5 { x = -x }
        } else {
            let q = p - 0.5, r = q * q
            x = polynomial(a, r) * q / (polynomial(b, r) * r + 1)
        }
        let e = 0.5 * erfc(-x / 2.0.squareRoot()) - p
        let u = e * (2 * Double.pi).squareRoot() * exp(x * x / 2)
        x -= u / (1 + x * u / 2)
        return x
    }

    package static func normalDensity(_ x: Double, mean: Double, deviation: Double) -> Double {
        let z = (x - mean) / deviation
        return exp(-z * z / 2) / (deviation * (2 * Double.pi).squareRoot())
    }

    package static func normalCumulative(_ x: Double, mean: Double, deviation: Double) -> Double {
        0.5 * erfc(-(x - mean) / (deviation * 2.0.squareRoot()))
    }

    static let all: [String: ExpressionFunction] = [
        "cumulativeNormal": ExpressionFunction(1...3) { arguments, _ in
            let (mean, deviation) = moments(arguments, from: 1)
            return .number(normalCumulative(arguments.number(0), mean: mean, deviation: deviation))
        },
        "densityNormal": ExpressionFunction(1...3) { arguments, _ in
            let (mean, deviation) = moments(arguments, from: 1)
            return .number(normalDensity(arguments.number(0), mean: mean, deviation: deviation))
        },
        "quantileNormal": ExpressionFunction(1...3) { arguments, _ in
            let (mean, deviation) = moments(arguments, from: 1)
            return .number(mean + deviation * normalQuantile(arguments.number(0)))
        },
        "sampleNormal": ExpressionFunction(0...2) { arguments, frame in
            let (mean, deviation) = moments(arguments, from: 0)
            return .number(mean + deviation * normalQuantile(max(frame.random.unit(), 0x1p-53)))
        },
        "cumulativeLogNormal": ExpressionFunction(1...3) { arguments, _ in
            let (mean, deviation) = moments(arguments, from: 1)
            let x = arguments.number(0)
            return .number(x <= 0 ? 0 : normalCumulative(log(x), mean: mean, deviation: deviation))
        },
        "densityLogNormal": ExpressionFunction(1...3) { arguments, _ in
            let (mean, deviation) = moments(arguments, from: 1)
            let x = arguments.number(0)
            return .number(x <= 0 ? 0 : normalDensity(log(x), mean: mean, deviation: deviation) / x)
        },
        "quantileLogNormal": ExpressionFunction(1...3) { arguments, _ in
            let (mean, deviation) = moments(arguments, from: 1)
            return .number(exp(mean + deviation * normalQuantile(arguments.number(0))))
        },
        "sampleLogNormal": ExpressionFunction(0...2) { arguments, frame in
            let (mean, deviation) = moments(arguments, from: 0)
            return .number(exp(mean + deviation * normalQuantile(max(frame.random.unit(), 0x1p-53))))
        },
        "cumulativeUniform": ExpressionFunction(1...3) { arguments, _ in
            let (low, high) = uniform(arguments, from: 1)
            let x = arguments.number(0)
            return .number(x < low ? 0 : x > high ? 1 : (x - low) / (high - low))
        },
        "densityUniform": ExpressionFunction(1...3) { arguments, _ in
            let (low, high) = uniform(arguments, from: 1)
            let x = arguments.number(0)
            return .number(x >= low && x <= high ? 1 / (high - low) : 0)
        },
        "quantileUniform": ExpressionFunction(1...3) { arguments, _ in
            let (low, high) = uniform(arguments, from: 1)
            let p = arguments.number(0)
            return .number(p >= 0 && p <= 1 ? low + p * (high - low) : .nan)
        },
        "sampleUniform": ExpressionFunction(0...2) { arguments, frame in
            let (low, high) = uniform(arguments, from: 0)
            return .number(low + frame.random.unit() * (high - low))
        },
    ]

    /// One bound is the upper one; none are 0 and 1.
    private static func uniform(_ arguments: ExpressionArguments, from index: Int) -> (Double, Double) {
        switch arguments.count - index {
        case ...0: (0, 1)
        case 1: (0, arguments.number(index))
        default: (arguments.number(index), arguments.number(index + 1))
        }
    }
}
