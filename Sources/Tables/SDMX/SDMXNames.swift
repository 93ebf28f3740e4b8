// SPDX-License-Identifier: Apache-2.0

/// The names of SDMX-ML that Yuebao knows, as a parser keeps them.
///
/// Without namespaces: these differ between versions, and structure-specific elements stand in
/// none, in the message's or in the data structure's own.
final class SDMXNames {
  // Messages.
  let header, footer, message, errorMessage, text: XMLName
  let structure, structureUsage, provisionAgreement, provisionAgrement, ref, dataSetID: XMLName
  let dataSetAction, keyFamilyRef: XMLName
  // Data.
  let dataSet, group, atts, series, obs, comp, value, key: XMLName
  let attributes, groupKey, seriesKey, obsKey, obsDimension, obsValue, time: XMLName
  let annotations, dataProvider, metadata: XMLName
  // Attributes.
  let id, concept, valueAttribute, code, severity, lang: XMLName
  let structureID, dimensionAtObservation, explicitMeasures: XMLName
  let structureRef, setID, datasetID, action, type: XMLName
  let timePeriod, primaryMeasure: XMLName
  /// Attributes of a data set that are no components.
  let ofDataSet: Set<XMLName>
  let schemaInstance: XMLName
  let xml: XMLName

  init(_ names: XMLNames) {
    header = names["Header"]
    footer = names["Footer"]
    message = names["Message"]
    errorMessage = names["ErrorMessage"]
    text = names["Text"]
    structure = names["Structure"]
    structureUsage = names["StructureUsage"]
    provisionAgreement = names["ProvisionAgreement"]
    // So spelt in SDMX 2.1.
    provisionAgrement = names["ProvisionAgrement"]
    ref = names["Ref"]
    dataSetID = names["DataSetID"]
    dataSetAction = names["DataSetAction"]
    keyFamilyRef = names["KeyFamilyRef"]
    dataSet = names["DataSet"]
    group = names["Group"]
    atts = names["Atts"]
    series = names["Series"]
    obs = names["Obs"]
    comp = names["Comp"]
    value = names["Value"]
    key = names["Key"]
    attributes = names["Attributes"]
    groupKey = names["GroupKey"]
    seriesKey = names["SeriesKey"]
    obsKey = names["ObsKey"]
    obsDimension = names["ObsDimension"]
    obsValue = names["ObsValue"]
    time = names["Time"]
    annotations = names["Annotations"]
    dataProvider = names["DataProvider"]
    metadata = names["Metadata"]
    id = names["id"]
    concept = names["concept"]
    valueAttribute = names["value"]
    code = names["code"]
    severity = names["severity"]
    lang = names["lang"]
    structureID = names["structureID"]
    dimensionAtObservation = names["dimensionAtObservation"]
    explicitMeasures = names["explicitMeasures"]
    structureRef = names["structureRef"]
    setID = names["setID"]
    datasetID = names["datasetID"]
    action = names["action"]
    type = names["type"]
    timePeriod = names["TIME_PERIOD"]
    primaryMeasure = names["OBS_VALUE"]
    ofDataSet = [
      structureRef, setID, datasetID, action, type, names["dataScope"],
      names["reportingBeginDate"], names["reportingEndDate"], names["validFromDate"],
      names["validToDate"], names["publicationYear"], names["publicationPeriod"],
      names["keyFamilyURI"], names["dataProviderSchemeAgencyId"], names["dataProviderSchemeId"],
      names["dataProviderID"], names["dataflowAgencyID"], names["dataflowID"],
    ]
    schemaInstance = names["http://www.w3.org/2001/XMLSchema-instance"]
    xml = names["http://www.w3.org/XML/1998/namespace"]
  }
}
