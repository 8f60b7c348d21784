/// The properties that each kind of object in a document may have, and so all that documents can ask for.
///
/// Names from Vega-Lite's JSON Schema 6 (https://vega.github.io/schema/vega-lite/v6.json), as PyPI's altair 6 carries it.
public enum Vocabulary: String, CaseIterable, Sendable {
    case axis, bin, channel, condition, config, header, impute, legend, mark, projection, scale, title, view,
        viewBackground

    /// What the object is, in the words of a message.
    public var description: String {
        switch self {
        case .axis: "an axis"
        case .bin: "a bin"
        case .channel: "a channel"
        case .condition: "a condition"
        case .config: "the configuration"
        case .header: "a header"
        case .impute: "an imputation"
        case .legend: "a legend"
        case .mark: "a mark"
        case .projection: "a projection"
        case .scale: "a scale"
        case .title: "a title"
        case .view: "a view"
        case .viewBackground: "a view’s background"
        }
    }

    public var properties: [String] {
        let own = words.split(separator: " ").map(String.init)
        // Every mark may be configured by its name.
        return self == .config ? own + MarkRegistry.names + CompositeMark.names : own
    }

    private var words: String {
        switch self {
        case .axis:
            """
            aria bandPosition description domain domainCap domainColor domainDash domainDashOffset domainOpacity \
            domainWidth format formatType grid gridCap gridColor gridDash gridDashOffset gridOpacity gridWidth \
            labelAlign labelAngle labelBaseline labelBound labelColor labelExpr labelFlush labelFlushOffset \
            labelFont labelFontSize labelFontStyle labelFontWeight labelLimit labelLineHeight labelOffset \
            labelOpacity labelOverlap labelPadding labelSeparation labels maxExtent minExtent offset orient position \
            style tickBand tickCap tickColor tickCount tickDash tickDashOffset tickExtra tickMinStep tickOffset \
            tickOpacity tickRound tickSize tickWidth ticks title titleAlign titleAnchor titleAngle titleBaseline \
            titleColor titleFont titleFontSize titleFontStyle titleFontWeight titleLimit titleLineHeight \
            titleOpacity titlePadding titleX titleY translate values zindex
            """
        case .bin:
            """
            anchor base binned divide extent maxbins minstep nice step steps
            """
        case .channel:
            """
            aggregate align axis band bandPosition bin bounds center columns condition datum field format formatType \
            header impute legend rescale scale selection sort spacing stack timeUnit title type value
            """
        case .condition:
            """
            aggregate align axis band bandPosition bin bounds center columns condition datum empty field format \
            formatType header impute legend param rescale scale selection sort spacing stack test timeUnit title \
            type value
            """
        case .config:
            """
            aria autosize axis axisBand axisBottom axisDiscrete axisLeft axisPoint axisQuantitative \
            axisRight axisTemporal axisTop axisX axisXBand axisXDiscrete axisXPoint axisXQuantitative axisXTemporal \
            axisY axisYBand axisYDiscrete axisYPoint axisYQuantitative axisYTemporal background \
            concat countTitle customFormatTypes facet fieldTitle font header \
            headerColumn headerFacet headerRow legend lineBreak locale mark normalizedNumberFormat \
            normalizedNumberFormatType numberFormat numberFormatType padding params projection range \
            scale selection style timeFormat timeFormatType title tooltipFormat view
            """
        case .header:
            """
            format formatType labelAlign labelAnchor labelAngle labelBaseline labelColor labelExpr labelFont \
            labelFontSize labelFontStyle labelFontWeight labelLimit labelLineHeight labelOrient labelPadding labels \
            orient title titleAlign titleAnchor titleAngle titleBaseline titleColor titleFont titleFontSize \
            titleFontStyle titleFontWeight titleLimit titleLineHeight titleOrient titlePadding
            """
        case .impute:
            """
            frame keyvals method value
            """
        case .legend:
            """
            aria clipHeight columnPadding columns cornerRadius description direction fillColor format formatType \
            gradientLength gradientOpacity gradientStrokeColor gradientStrokeWidth gradientThickness gridAlign \
            labelAlign labelBaseline labelColor labelExpr labelFont labelFontSize labelFontStyle labelFontWeight \
            labelLimit labelOffset labelOpacity labelOverlap labelPadding labelSeparation legendX legendY offset \
            orient padding rowPadding strokeColor symbolDash symbolDashOffset symbolFillColor symbolLimit \
            symbolOffset symbolOpacity symbolSize symbolStrokeColor symbolStrokeWidth symbolType tickCount \
            tickMinStep title titleAlign titleAnchor titleBaseline titleColor titleFont titleFontSize titleFontStyle \
            titleFontWeight titleLimit titleLineHeight titleOpacity titleOrient titlePadding type values zindex
            """
        case .mark:
            """
            align angle aria ariaRole ariaRoleDescription aspect band bandSize baseline binSpacing blend borders box \
            center clip color continuousBandSize cornerRadius cornerRadiusBottomLeft cornerRadiusBottomRight \
            cornerRadiusEnd cornerRadiusTopLeft cornerRadiusTopRight cursor description dir discreteBandSize dx dy \
            ellipsis extent fill fillOpacity filled font fontSize fontStyle fontWeight height href innerRadius \
            interpolate invalid limit line lineBreak lineHeight median minBandSize opacity order orient outerRadius \
            outliers padAngle point radius radius2 radius2Offset radiusOffset rule shape size smooth stroke \
            strokeCap strokeDash strokeDashOffset strokeJoin strokeMiterLimit strokeOffset strokeOpacity strokeWidth \
            style tension text theta theta2 theta2Offset thetaOffset thickness ticks time timeUnitBandPosition \
            timeUnitBandSize tooltip type url width x x2 x2Offset xOffset y y2 y2Offset yOffset
            """
        case .projection:
            """
            center clipAngle clipExtent coefficient distance extent fit fraction lobes parallel parallels \
            pointRadius precision radius ratio reflectX reflectY rotate scale size spacing tilt translate type
            """
        case .scale:
            """
            align base bins clamp constant domain domainMax domainMid domainMin domainRaw exponent interpolate nice \
            padding paddingInner paddingOuter range rangeMax rangeMin reverse round scheme type zero
            """
        case .title:
            """
            align anchor angle aria baseline color dx dy font fontSize fontStyle fontWeight frame limit lineHeight \
            offset orient style subtitle subtitleColor subtitleFont subtitleFontSize subtitleFontStyle \
            subtitleFontWeight subtitleLineHeight subtitlePadding text zindex
            """
        case .view:
            """
            $schema align autosize background bounds center columns concat config data datasets description encoding \
            facet hconcat height layer mark name padding params projection repeat resolve spacing spec title \
            transform usermeta vconcat view width
            """
        case .viewBackground:
            """
            cornerRadius cursor fill fillOpacity opacity stroke strokeCap strokeDash strokeDashOffset strokeJoin \
            strokeMiterLimit strokeOpacity strokeWidth style
            """
        }
    }
}
