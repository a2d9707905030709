import TechniqueKit

/// Sources that several rules share.
public enum Sources {
  public static let newYork = Citation.source(
    "New York State Education Department, massage therapy practice page")
  public static let taught = Citation.unconfirmed("commonly taught; no source seen")
  public static let drainageLists = Citation.source(
    "contraindication lists of several lymphatic drainage practices, merged")
  public static let cranialLists = Citation.source(
    "contraindication lists of several craniosacral practices")
  public static let finucane = Citation.source(
    "Finucane 2020, International framework for red flags, JOSPT 50:350")
  public static let rushton = Citation.source(
    "Rushton 2023, IFOMPT cervical framework, JOSPT", doi: "10.2519/jospt.2022.11147")
  public static let snnoop = Citation.source("Do 2019, SNNOOP10, Neurology 92:134")
  public static let wells = Citation.source("Wells 2003, NEJM 349:1227")
  public static let arteritis = Citation.source(
    "British Society for Rheumatology guideline on giant cell arteritis, via Practical Neurology")
  public static let tanriover = Citation.source(
    "Tanriover 2009, rhabdomyolysis after a long massage")
  public static let cheong = Citation.source("Cheong 2012, tetraplegia after neck massage, OPLL")
  public static let oncology = Citation.source(
    "oncology massage page, commtechlab.msu.edu")
  public static let scars = Citation.source("Shin & Bordeaux 2012, scar massage review")
  public static let bleedingCase = Citation.source(
    "case report of bleeding after massage at 66,000 platelets/\u{b5}L")
  public static let hirsch = Citation.source("Hirsch 2018, Phlebologie")
}
