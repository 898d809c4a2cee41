/** Headings of sections in Dutch. */

import type { Synonyms } from "../kinds.ts";

/** Phrases of Dutch by the kind of section. */
export const nl: Synonyms = {
  description: {
    anywhere: "modelbeschrijving|beschrijving van|modeldetails|over dit model|over het model|modeloverzicht",
    whole: "beschrijving|overzicht|inleiding|introductie|samenvatting|achtergrond|kenmerken",
  },
  "intended-use": {
    anywhere: "beoogd gebruik|bedoeld gebruik|beoogde toepassing*|beoogde gebruik*|bestemd gebruik",
    whole: "toepassingen|toepassing|doel|doelgroep",
  },
  "out-of-scope-use": {
    anywhere:
      "buiten de reikwijdte|buiten bereik|niet beoogd gebruik|niet bedoeld gebruik|niet bedoeld voor" +
      "|onbedoeld gebruik|verboden gebruik|ongeschikt gebruik|misbruik|waarvoor niet",
  },
  limitations: {
    anywhere: "beperkingen|tekortkomingen|bekende problemen|grenzen van",
    whole: "grenzen|beperking",
  },
  "bias-risks": {
    anywhere: "vooringenomenheid|risico's|vertekening*|ethische*|maatschappelijke impact|eerlijkheid",
    whole: "bias|risico",
  },
  "training-data": {
    anywhere: "trainingsdata*|trainingsgegevens|trainingscorpus|trainingsset|gegevens waarop|data waarop",
    whole: "data|gegevens|dataset|datasets|corpus",
  },
  "training-procedure": {
    anywhere:
      "trainingsprocedure|trainingsproces|trainingsmethode|trainingsdetails|trainingsaanpak|trainingsopzet" +
      "|hyperparameters",
    whole: "training|voortraining",
  },
  preprocessing: {
    anywhere: "voorbewerking*|gegevensvoorbewerking|gegevensverwerking|dataverwerking|opschoning|voorverwerking",
  },
  "evaluation-data": {
    anywhere: "testgegevens|testdata*|evaluatiedata*|evaluatiegegevens|testset|validatiedata|validatiegegevens",
  },
  "evaluation-results": {
    anywhere: "evaluatieresultaten|resultaten|evaluatie|prestaties|testresultaten",
    whole: "benchmarks|scores|nauwkeurigheid",
  },
  usage: {
    anywhere:
      "gebruik van het model|aan de slag|snelstart|snel aan de slag|hoe te gebruiken|gebruiksvoorbeeld*" +
      "|uitvoeren|inferentie",
    whole: "gebruik|voorbeelden|voorbeeld",
  },
  license: {
    anywhere: "licentie*|gebruiksvoorwaarden|auteursrecht*",
    whole: "voorwaarden",
  },
  citation: {
    anywhere: "citeren|citatie|citering|bronvermelding|hoe te citeren",
    whole: "referenties|referentie|verwijzing",
  },
  "environmental-impact": {
    anywhere: "milieu impact|milieu*|co2*|koolstof*|energieverbruik|klimaat*|ecologische voetafdruk|uitstoot",
  },
  compute: {
    anywhere:
      "rekenkracht|rekenmiddelen|rekencapaciteit|gebruikte hardware|infrastructuur|rekenbronnen" +
      "|rekeninfrastructuur",
    whole: "hardware",
  },
  "data-collection": {
    anywhere:
      "gegevensverzameling|dataverzameling|verzamelen van|verzameling van|herkomst van|gegevensbronnen" +
      "|brongegevens",
  },
  "data-annotation": {
    anywhere: "annotatie*|annoteren|labelen|labeling|gegevensannotatie|annotator*",
  },
  "personal-data": {
    anywhere: "persoonsgegevens|persoonlijke gegevens|privacy|gevoelige gegevens",
  },
  architecture: {
    anywhere:
      "*architectuur|netwerkontwerp|modelontwerp|modelstructuur|netwerkstructuur|opbouw van het model" +
      "|technische specificaties",
    whole: "specificaties",
  },
  contact: {
    anywhere: "contact|contactgegevens|neem contact",
    whole: "vragen|feedback",
  },
  changelog: {
    anywhere: "wijzigingslog*|versiegeschiedenis|wijzigingen|laatste nieuws|release notes",
    whole: "nieuws|updates|versies",
  },
  safety: {
    anywhere: "veiligheid*|beveiliging",
    whole: "beveiliging",
  },
  "model-sources": {
    anywhere: "modelbronnen|bronnen van het model|downloadlinks|bronnen en links|links naar",
    whole: "links|bronnen|downloads|koppelingen",
  },
  none: {
    anywhere: "inhoudsopgave|dankbetuiging*|dankwoord|veelgestelde vragen",
    whole: "inhoud|installatie|vereisten|talen|bijdragen",
  },
};
