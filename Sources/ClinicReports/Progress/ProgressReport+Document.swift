import ClinicCore
import TechniqueKit

extension ProgressReport {
  /// The scores as a paper.
  public var document: Document {
    Document(
      title: "Progress", letterhead: [],
      parts: [
        .terms([.init("Client", client), .init("Date", DateWords.full(writtenOn))])
      ]
        + (sections.isEmpty
          ? [
            .paragraph("Nothing was scored yet. Type pain N or score NAME N in the client's chart.")
          ]
          : sections.flatMap(\.parts)),
      footer: [
        "This page tells what was recorded; it does not say what brought a change about.",
        VisitReport.caution,
      ])
  }
}

extension ProgressReport.Section {
  private var series: MeasuredSeries { course.series }

  fileprivate var parts: [Document.Part] {
    let plot = LinePlot(course, goal: goal)
    let (metric, name) = (series.metric, series.name)
    let told = course.headlines + course.judgements + course.remarks
    return [
      .heading("\(name): \(metric.construct)"),
      .figure(
        .init(
          title: "\(name), \(metric.prompt).", description: plot.description, plot: .line(plot))),
    ] + told.map { .paragraph($0) } + [.table(table)]
  }

  /// The numbers of the plot; a column that would be empty is left out.
  private var table: Document.Table {
    func cells(_ value: (MeasuredDay) -> Double?) -> [String] {
      series.days.map { value($0)?.plain ?? "" }
    }
    let versions = series.days.map { $0.compared?.version ?? "" }
    let columns: [(name: String, cells: [String])] =
      [
        ("Before a session", cells { $0.before?.value }),
        ("After it", cells { $0.after?.value }),
        ("Apart from sessions", cells { $0.apart?.value }),
        ("Form", Set(versions).count > 1 ? versions : []),
      ].filter { $0.1.contains { !$0.isEmpty } }
    let rows = series.days.enumerated().map { place, day in
      [DateWords.full(day.date)] + columns.map { $0.cells[place] }
    }
    let unit = series.metric.unit.isEmpty ? "" : ", in \(series.metric.unit)"
    return .init(
      ["Date"] + columns.map(\.name), rows, caption: "\(series.name) by day\(unit)")
  }
}
