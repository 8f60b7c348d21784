#if canImport(Glibc)
import Glibc
#elseif canImport(Darwin)
import Darwin
#endif

// The system's mathematics under whole words, so that no other file of the module imports it.

@inline(__always) func sine(_ angle: Double) -> Double { sin(angle) }
@inline(__always) func cosine(_ angle: Double) -> Double { cos(angle) }
@inline(__always) func tangent(_ angle: Double) -> Double { tan(angle) }
@inline(__always) func sineAndCosine(_ angle: Double) -> (Double, Double) { (sin(angle), cos(angle)) }
@inline(__always) func arcTangent(_ y: Double, _ x: Double) -> Double { atan2(y, x) }
@inline(__always) func arcTangent(_ value: Double) -> Double { atan(value) }
/// The arc sine, of the nearest value that has one.
@inline(__always) func arcSine(_ value: Double) -> Double { asin(max(-1, min(1, value))) }
/// The arc cosine, of the nearest value that has one.
@inline(__always) func arcCosine(_ value: Double) -> Double { acos(max(-1, min(1, value))) }
@inline(__always) func logarithm(_ value: Double) -> Double { log(value) }
@inline(__always) func exponential(_ value: Double) -> Double { exp(value) }
@inline(__always) func power(_ base: Double, _ exponent: Double) -> Double { pow(base, exponent) }
@inline(__always) func hypotenuse(_ a: Double, _ b: Double) -> Double { (a * a + b * b).squareRoot() }

let halfTurn = Double.pi
let quarterTurn = Double.pi / 2
let wholeTurn = 2 * Double.pi

/// An angle beyond a half turn brought back by whole turns; ±π itself keeps its sign, since at the antimeridian the
/// sign says which side is meant.
@inline(__always) func wrapped(_ angle: Double) -> Double {
    abs(angle) > halfTurn ? angle - wholeTurn * (angle / wholeTurn).rounded() : angle
}
