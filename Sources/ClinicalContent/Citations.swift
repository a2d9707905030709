import TechniqueKit

/// Sources that more than one rule or module rests on.
extension Citation {
  /// Common teaching for which no source was seen.
  public static let taught: Citation = .unconfirmed("taught in the field")

  /// The regulator's list of precautions.
  public static let newYorkPractice: Citation = .source(
    "New York State Education Department, massage therapy practice page (op.nysed.gov)")
  /// Merged from the pages of several practices; they disagree with each other.
  public static let lymphDrainageLists: Citation = .source(
    "lists of lymph drainage clinics and schools: ltstherapy.com, kneadholistic, "
      + "middlegeorgiamedicalmassage, wakemedical, mysmileandmore")
  /// Merged from the pages of several practices.
  public static let craniosacralLists: Citation = .source(
    "lists of craniosacral practice pages, for example craniolongevity.com")
  /// On massage during and after cancer treatment.
  public static let oncologyPage: Citation = .source("oncology page, commtechlab.msu.edu")
  /// Platelet limits as oncology massage texts give them.
  public static let oncologyConvention: Citation = .unconfirmed(
    "oncology massage convention; MacDonald, Medicine Hands")

  /// Items that make a clot in a leg vein more likely; used as a list of questions only.
  public static let wells: Citation = .source(
    "Wells 1997, Lancet 350:1795; Wells 2003, NEJM 349:1227")
  /// Case reports.
  public static let embolismAfterMassage: Citation = .source(
    "reports of embolism after leg massage: BMC Preg Childbirth 2020; Lim 2009; "
      + "Phys Sportsmed 2010")
  /// Second hand.
  public static let thinnerAdvice: Citation = .source(
    "advice against vigorous and deep work quoted from NCCIH by scienceinsights")
  /// One case.
  public static let cirrhosisCase: Citation = .source(
    "haematoma or haemolysis in cirrhosis with platelets of 66,000/uL, case in consultant360")
  /// On compression and drainage in heart failure.
  public static let hirsch2018: Citation = .source("Hirsch 2018, Phlebologie")

  /// On scar massage.
  public static let shinBordeaux2012: Citation = .source("Shin & Bordeaux 2012")
  /// Rhabdomyolysis after a massage of 120 minutes.
  public static let tanriover2009: Citation = .source("Tanriover 2009")
  /// Rhabdomyolysis after a massage gun.
  public static let massageGunCase: Citation = .source(
    "CK above 30,000 U/L after use of a massage gun, case report")
  /// One case.
  public static let cheong2012: Citation = .source(
    "Cheong 2012, tetraplegia after neck massage in a man with OPLL")

  /// Red flags of serious spinal conditions.
  public static let finucane2020: Citation = .source(
    "Finucane 2020, international framework for red flags, JOSPT 50:350")
  /// Red flags of back and neck pain.
  public static let redFlagLists: Citation = .source("NHS g-care red flags")
  /// Screening before work on the neck.
  public static let rushton2023: Citation = .source(
    "Rushton 2023, IFOMPT cervical framework, JOSPT", doi: "10.2519/jospt.2022.11147")
  /// What a finding of that screening leads to was not seen in the article.
  public static let neckCheckTaught: Citation = .unconfirmed(
    "limits and consequences of the neck check, as taught with the IFOMPT framework")
  /// Fifteen red flags of headache.
  public static let do2019: Citation = .source("Do 2019, SNNOOP10, Neurology 92:134")
  /// Items that are taught as part of the same list.
  public static let headacheTaught: Citation = .unconfirmed(
    "taught as SNNOOP10 items; not seen in the article")
  /// Calls for an assessment on the same working day.
  public static let giantCellGuideline: Citation = .source(
    "BSR guideline on giant cell arteritis, by way of Pract Neurol and NHS Scotland")
  /// Two pages; no authority was found.
  public static let chiariPages: Citation = .source(
    "weak: a therapist's page and an acibadem page on Chiari malformation")
  /// The opposite view.
  public static let werner2024: Citation = .source(
    "Werner 2024, abmp.com, against refusing gentle massage altogether")
  /// On records, written consent for a year, and a guardian's consent.
  public static let washingtonRecords: Citation = .source(
    "Washington State WAC 246-830-565 and 246-830-555")
  /// On tendons that tear.
  public static let quinoloneWarning: Citation = .unconfirmed(
    "FDA boxed warning on fluoroquinolones")
  /// Relaxation massage from week 12.
  public static let pregnancyReview: Citation = .source(
    "systematic review of 12 trials of massage in pregnancy, PMC8396946")
}
