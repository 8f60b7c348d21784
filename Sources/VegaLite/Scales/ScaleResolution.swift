import Documents
import Formats
import Scales
import SceneGraph
import Tables
import Transforms

extension Compilation {
    /// The scale of a unit's channel in a cell, made once.
    mutating func scale(of channel: Channel, in id: Int, cell: Cell) -> ResolvedScale? {
        guard let component = component(of: channel, in: id) else { return nil }
        return resolve(component, in: cell, size: size(of: id, cell: cell))
    }

    mutating func resolve(_ component: ScaleComponent, in cell: Cell, size: ViewSize) -> ResolvedScale {
        let depth = views[component.key.view].facetColumns.count
        let owned = Cell(values: Array(cell.values.prefix(depth)))
        let key = ResolvedKey(scale: component.key, cell: owned)
        if let known = resolved[key] { return known }
        let scale = sharedScale(component) ?? makeScale(component, in: owned, size: size)
        resolved[key] = scale
        return scale
    }

    private func text(_ component: ScaleComponent, _ name: String) -> DocumentNode? {
        component.property(name).map { evaluator.resolved($0) }
    }

    private func path(_ component: ScaleComponent, _ name: String) -> String {
        join(join(component.contributions.first?.definition.path ?? "", "scale"), name)
    }

    // MARK: Domains

    mutating func makeScale(_ component: ScaleComponent, in cell: Cell, size: ViewSize) -> ResolvedScale {
        let type = component.type
        let domain = initialDomain(component) ?? text(component, "domain")
        var scale: ResolvedScale
        if type.isDiscrete {
            var values = domain.flatMap { explicitValues($0, component) } ?? []
            if let union = domain?["unionWith"]?.array {
                let extra = union.map { constant($0, type: component.contributions.first?.definition.type ?? .nominal) }
                let data = self.values(of: component, in: cell)
                let isSorted = component.contributions.first?.definition.sort.map { !$0.isNull } ?? true
                values = extra + data.filter { !extra.contains($0) }
                if isSorted { values = sorted(values, of: component, in: cell) }
            } else if domain == nil || values.isEmpty && domain?.array?.isEmpty != true {
                values = self.values(of: component, in: cell)
            }
            if text(component, "reverse")?.boolean == true, component.channel.isPosition == false { values.reverse() }
            scale = discrete(component, values, size: size, cell: cell)
            scale.domainValues = values
        } else if type.isDiscretizing {
            scale = discretizing(component, domain, in: cell, size: size)
        } else if type == .identity {
            scale = ResolvedScale(type: type, channel: component.channel, mapping: .identity, range: .numbers([]))
        } else {
            scale = continuous(component, domain, in: cell, size: size)
        }
        scale.isClamped = text(component, "clamp")?.boolean ?? config["scale", "clamp"]?.boolean ?? false
        return scale
    }

    /// The domain that a selection gives from the start: the scale is bound to it, or names it.
    func initialDomain(_ component: ScaleComponent) -> DocumentNode? {
        func node(_ values: [DataValue]?) -> DocumentNode? {
            values.map { .list($0.map { DocumentNode($0, at: document.root.location) }) }
        }
        if let domain = component.property("domain"), let name = domain["param"]?.string ?? domain["selection"]?.string
        {
            guard let selection = evaluator.selections[name] else {
                evaluator.problems.add(
                    Diagnostic(
                        "there is no selection `\(name)`", path: path(component, "domain"),
                        advice: suggestion(for: name, among: evaluator.selections.keys.sorted()).map {
                            "did you mean `\($0)`?"
                        }), domain)
                return nil
            }
            let field = domain["field"]?.string
            let channel =
                domain["encoding"]?.string
                ?? (field == nil && selection.extents.count > 1 ? component.channel.rawValue : nil)
            return node(selection.domain(channel: channel, field: field))
        }
        guard component.channel.isPosition else { return nil }
        for contribution in component.contributions {
            var id: Int? = contribution.unit
            while let at = id {
                for param in views[at].node["params"]?.array ?? [] {
                    guard let selection = param["name"]?.string.flatMap({ evaluator.selections[$0] }),
                        selection.isBoundToScales
                    else { continue }
                    if let values = selection.extents.first(where: { $0.channel == component.channel.rawValue })?.extent
                        .values
                    {
                        return node(values)
                    }
                }
                id = views[at].parent
            }
        }
        return nil
    }

    private mutating func explicitValues(_ domain: DocumentNode, _ component: ScaleComponent) -> [DataValue]? {
        domain.array?.map { constant($0, type: component.contributions.first?.definition.type ?? .nominal) }
    }

    private mutating func continuous(
        _ component: ScaleComponent, _ written: DocumentNode?, in cell: Cell, size: ViewSize
    ) -> ResolvedScale {
        let type = component.type
        let lead = component.contributions.first
        let leadUnit = lead.flatMap { views[$0.unit].unit }
        var domain: [Double] = []
        var isExplicit = false
        var bins: [Double]?
        if let list = written.flatMap({ explicitValues($0, component) }) {
            domain = list.compactMap(\.asNumber).filter { !$0.isNaN }
            isExplicit = domain.count >= 2
        }
        var isEmpty = false
        if !isExplicit {
            if let extent = extent(of: component, in: cell) {
                domain = [extent.0, extent.1]
            } else {
                domain = type.isTime ? [0, 1] : type == .log ? [1, 10] : [0, 1]
                isEmpty = true
            }
            if let union = written?["unionWith"]?.array {
                let more = union.compactMap { constant($0, type: lead?.definition.type ?? .quantitative).asNumber }
                domain = [min(domain[0], more.min() ?? domain[0]), max(domain[1], more.max() ?? domain[1])]
            }
        }
        if lead?.definition.isBinning == true {
            bins = binBorders(component)
            if !isExplicit, lead?.definition.node["bin"]?["extent"]?.array != nil, let first = bins?.first,
                let last = bins?.last
            {
                domain = [first, last]
            }
        }
        // Where the document sets one end, the domain is not rounded.
        let (least, greatest, middle) = (
            bound(component, "domainMin"), bound(component, "domainMax"), bound(component, "domainMid")
        )
        let isZero = wantsZero(component, isExplicit: isExplicit, domain: domain)
        let wishesNice = text(component, "nice")
        let rangeLength = rangeLength(component.channel, size)
        // Room at the ends, in pixels, is taken before rounding.
        if let padding = continuousPadding(component), padding > 0, rangeLength > 0, domain.count == 2,
            domain[0] != domain[1]
        {
            domain = padded(domain, component, by: padding, length: rangeLength)
        }
        if isZero, !type.isTime, type != .log {
            domain[0] = min(0, domain[0])
            domain[domain.count - 1] = max(0, domain[domain.count - 1])
        }
        if let least { domain[0] = least }
        if let greatest { domain[domain.count - 1] = greatest }
        if let middle, domain.count == 2 {
            let (low, high) = (min(domain[0], domain[1]), max(domain[0], domain[1]))
            domain = [min(low, middle), middle, max(high, middle)]
        }
        if type == .log, domain.contains(where: { $0 <= 0 }) && !domain.allSatisfy({ $0 < 0 }) {
            if isExplicit || least != nil || greatest != nil {
                report(
                    "a log scale has no room for zero", component.property("domain"), path: path(component, "domain"),
                    severity: .warning)
            }
            let positive = smallestPositive(component, in: cell) ?? 1
            domain = domain.map { $0 <= 0 ? min(positive, max(domain.max() ?? 1, 1e-300)) : $0 }
            if domain.first == domain.last { domain[0] = (domain.last ?? 10) / 10 }
        }
        // Of nothing, only zero is known.
        if isEmpty, isZero, !type.isTime, type != .log, least == nil, greatest == nil, let unit = leadUnit,
            unit.mark.growsFromZero, !unit.isAggregated
        {
            domain = [0, 0]
        }
        var scale = continuousScale(component, domain)
        let defaultNice =
            component.channel.isPosition && !isExplicit && least == nil && greatest == nil && !type.isTime
            && lead?.definition.isBinned != true
        if let wish = wishesNice {
            if let count = wish.number, count >= 1, count < 10_000 {
                scale = scale.niced(count: Int(count))
            } else if let interval = wish.string.flatMap(TimeInterval.Unit.init), let time = scale as? TimeScale {
                scale = time.niced(to: TimeInterval(interval))
            } else if let node = wish["interval"], let interval = node.string.flatMap(TimeInterval.Unit.init),
                let time = scale as? TimeScale
            {
                scale = time.niced(
                    to: TimeInterval(
                        interval, step: wish["step"]?.number.flatMap { $0 >= 1 && $0 < 1e6 ? Int($0) : nil } ?? 1))
            } else if wish.boolean == true {
                scale = scale.niced(count: 10)
            }
        } else if defaultNice, config["scale", "nice"]?.boolean != false {
            scale = scale.niced(count: 10)
        }
        if text(component, "reverse")?.boolean == true
            || lead?.definition.sort?.string == "descending" && text(component, "reverse") == nil
        {
            scale.domain.reverse()
        }
        var result = ResolvedScale(
            type: type, channel: component.channel, mapping: .continuous(scale),
            range: range(component, size: size, cell: cell, count: scale.domain.count, isZero: isZero))
        result.bins = bins
        result.isEmpty = isEmpty
        if let binsNode = text(component, "bins") {
            if let list = binsNode.array {
                result.bins = list.compactMap(\.number)
            } else if let step = binsNode["step"]?.number, step > 0, let first = scale.domain.min(),
                let last = scale.domain.max(), (last - first) / step < 1000
            {
                let start = binsNode["start"]?.number ?? first
                result.bins = stride(from: start, through: (binsNode["stop"]?.number ?? last) + step * 1e-9, by: step)
                    .map { $0 }
            }
        }
        return result
    }

    private func bound(_ component: ScaleComponent, _ name: String) -> Double? {
        text(component, name).flatMap {
            constant($0, type: component.contributions.first?.definition.type ?? .quantitative).asNumber
        }
        .flatMap { $0.isFinite ? $0 : nil }
    }

    private func continuousScale(_ component: ScaleComponent, _ domain: [Double]) -> any ContinuousScale {
        switch component.type {
        case .log: LogScale(domain: domain, base: text(component, "base")?.number ?? 10)
        case .pow: PowScale(domain: domain, exponent: text(component, "exponent")?.number ?? 1)
        case .sqrt: PowScale.sqrt(domain: domain)
        case .symlog: SymlogScale(domain: domain, constant: text(component, "constant")?.number ?? 1)
        case .time, .utc: TimeScale(domain: domain)
        default: LinearScale(domain: domain)
        }
    }

    private func padded(_ domain: [Double], _ component: ScaleComponent, by padding: Double, length: Double) -> [Double]
    {
        let scale = continuousScale(component, domain)
        let (low, high) = (scale.transformed(domain[0]), scale.transformed(domain[1]))
        guard low.isFinite, high.isFinite, length > 2 * padding else { return domain }
        let extra = (high - low) * padding / (length - 2 * padding)
        return [scale.inverted(low - extra), scale.inverted(high + extra)]
    }

    private mutating func smallestPositive(_ component: ScaleComponent, in cell: Cell) -> Double? {
        var least = Double.infinity
        for contribution in component.contributions {
            guard let unit = views[contribution.unit].unit else { continue }
            for name in columns(of: contribution) {
                for number in unit.table.column(name)?.numbers ?? [] where number > 0 && number < least {
                    least = number
                }
            }
        }
        return least.isFinite ? least : nil
    }

    /// The borders of a computed bin: all starts and the last end.
    func binBorders(_ component: ScaleComponent) -> [Double]? {
        if let parameters = component.contributions.first(where: { $0.definition.isBinning })?.definition.binning,
            let extent = parameters.extent
        {
            // A written extent is shown whole, whatever the data fill of it.
            return parameters.bins(over: extent).boundaries
        }
        guard let lead = component.contributions.first(where: { $0.definition.isBinning }),
            let unit = views[lead.unit].unit,
            let end = lead.definition.endColumn,
            lead.definition.node["bin"]?["extent"]?.array == nil,
            let starts = unit.table.column(lead.definition.column)?.numbers, let ends = unit.table.column(end)?.numbers
        else { return nil }
        var (low, high, step) = (Double.infinity, -Double.infinity, Double.infinity)
        for (start, stop) in zip(starts, ends) where start.isFinite && stop.isFinite {
            low = min(low, start)
            high = max(high, stop)
            if stop > start { step = min(step, stop - start) }
        }
        guard low < high, step > 0, (high - low) / step < 10_000 else { return nil }
        let count = Int(((high - low) / step).rounded())
        return (0...count).map { low + Double($0) * step }
    }

    private func continuousPadding(_ component: ScaleComponent) -> Double? {
        if let written = text(component, "padding")?.number { return written }
        guard component.channel.isPosition, component.property("domain") == nil, initialDomain(component) == nil else {
            return nil
        }
        if let standard = config["scale", "continuousPadding"]?.number { return standard }
        for contribution in component.contributions where contribution.channel == component.channel {
            guard let unit = views[contribution.unit].unit,
                let padding = unit.mark.continuousPadding(config)
            else { continue }
            let definition = contribution.definition
            if definition.isBinned || definition.timeUnit != nil || !definition.isField { continue }
            if unit.orientation == .vertical && component.channel == .x
                || unit.orientation == .horizontal && component.channel == .y
            {
                return padding
            }
        }
        return nil
    }

    private func wantsZero(_ component: ScaleComponent, isExplicit: Bool, domain: [Double]) -> Bool {
        if let written = text(component, "zero")?.boolean { return written }
        if component.type == .log || component.type.isTime { return false }
        let channel = component.channel
        if isExplicit {
            if let first = domain.first, let last = domain.last { return first <= 0 && last >= 0 }
            return false
        }
        // Of several marks the first says whether zero is shown.
        guard
            let lead = component.contributions.first(where: { $0.channel == channel }) ?? component.contributions.first,
            let unit = views[lead.unit].unit
        else { return false }
        if channel == .size { return lead.definition.type == .quantitative && !component.type.isDiscretizing }
        guard channel.isPosition || channel.isPolar, !lead.definition.isBinned else { return false }
        if unit.mark.leavesZeroOfDimension,
            unit.orientation == .horizontal && channel == .y || unit.orientation == .vertical && channel == .x
        {
            return false
        }
        if unit.mark.growsFromZero, channel.secondary.flatMap({ unit.encoding[$0] }) == nil {
            return true
        }
        return config["scale", "zero"]?.boolean ?? true
    }

    // MARK: Discretizing

    private mutating func discretizing(
        _ component: ScaleComponent, _ written: DocumentNode?, in cell: Cell, size: ViewSize
    ) -> ResolvedScale {
        let explicit = written.flatMap { explicitValues($0, component) }?.compactMap(\.asNumber)
        let type = component.type
        func pieces() -> Int {
            if let count = text(component, "range")?.array?.count { return max(1, count) }
            if let count = text(component, "scheme")?["count"]?.number, count >= 1, count < 1000 { return Int(count) }
            if text(component, "scheme") != nil { return 5 }
            return 4
        }
        var mapping: ResolvedScale.Mapping
        var count: Int
        switch type {
        case .threshold:
            let scale = ThresholdScale(thresholds: explicit ?? [])
            (mapping, count) = (.pieces(scale), scale.pieceCount)
        case .quantize:
            count = pieces()
            var (low, high) = extent(of: component, in: cell) ?? (0, 1)
            if let explicit, let first = explicit.first, let last = explicit.last {
                (low, high) = (first, last)
            } else if text(component, "nice")?.boolean == true {
                (low, high) = Ticks.nice(low, high, count: 10)
            }
            mapping = .pieces(.quantize(from: low, to: high, pieces: count))
        case .quantile:
            count = pieces()
            var numbers: [Double] = explicit ?? []
            if explicit == nil {
                for contribution in component.contributions {
                    guard let unit = views[contribution.unit].unit else { continue }
                    numbers += unit.table.column(contribution.definition.column)?.numbers ?? []
                }
            }
            mapping = .pieces(.quantile(of: numbers, pieces: count))
        default:
            let scale = BinOrdinalScale(
                borders: explicit ?? text(component, "bins")?.array?.compactMap(\.number) ?? binBorders(component)
                    ?? binnedBorders(component))
            (mapping, count) = (.bins(scale), max(1, scale.binCount))
        }
        return ResolvedScale(
            type: type, channel: component.channel, mapping: mapping,
            range: range(component, size: size, cell: cell, count: count, isZero: false))
    }

    /// The borders of bins that the data brought with it.
    private func binnedBorders(_ component: ScaleComponent) -> [Double] {
        var borders: Set<Double> = []
        for contribution in component.contributions {
            guard let unit = views[contribution.unit].unit else { continue }
            for name in columns(of: contribution) {
                borders.formUnion((unit.table.column(name)?.numbers ?? []).filter(\.isFinite))
            }
        }
        return borders.sorted()
    }
}
