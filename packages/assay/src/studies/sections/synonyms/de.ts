/** Headings of sections in German. */

import type { Synonyms } from "../kinds.ts";

/** Phrases of German by the kind of section. */
export const de: Synonyms = {
  description: {
    anywhere:
      "modellbeschreibung|beschreibung des|beschreibung der|modelldetails|über dieses modell" +
      "|über das modell|modellübersicht|datensatzbeschreibung",
    whole: "beschreibung|überblick|übersicht|einführung|einleitung|zusammenfassung|hintergrund|merkmale",
  },
  "intended-use": {
    anywhere:
      "vorgesehene nutzung|vorgesehene verwendung|vorgesehener einsatz|vorgesehener gebrauch" +
      "|beabsichtigte nutzung|beabsichtigte verwendung|bestimmungsgemäße*|verwendungszweck*|anwendungsfälle" +
      "|einsatzzweck*|einsatzgebiete|zweckbestimmung",
    whole: "anwendungen|zweck",
  },
  "out-of-scope-use": {
    anywhere:
      "nicht vorgesehene nutzung|nicht vorgesehene verwendung|nicht vorgesehene*|nicht vorgesehener" +
      "|nicht bestimmungsgemäße*|nicht beabsichtigte*|unzulässige nutzung|unzulässige verwendung" +
      "|verbotene nutzung|missbrauch|ausgeschlossene nutzung|ungeeignete verwendung" +
      "|außerhalb des anwendungsbereichs|außerhalb des geltungsbereichs",
  },
  limitations: {
    anywhere: "einschränkungen|beschränkungen|grenzen des|grenzen der|bekannte probleme|limitierungen|schwächen",
    whole: "grenzen",
  },
  "bias-risks": {
    anywhere: "verzerrung*|risiken|voreingenommenheit|ethische*|gesellschaftliche auswirkungen|fairness|schädliche*",
    whole: "bias|ethik",
  },
  "training-data": {
    anywhere:
      "trainingsdaten*|trainingskorpus|trainingskorpora|trainingsdatensatz|trainingsdatensätze" +
      "|trainingsmenge|daten für das training",
    whole: "daten|datensatz|datensätze|korpus|datengrundlage",
  },
  "training-procedure": {
    anywhere:
      "trainingsverfahren|trainingsprozess|trainingsablauf|trainingsmethode|trainingsdetails" +
      "|trainingsvorgang|hyperparameter|modelltraining|trainingskonfiguration|trainingsprozedur",
    whole: "training|vortraining",
  },
  preprocessing: {
    anywhere:
      "vorverarbeitung|datenvorverarbeitung|datenaufbereitung|datenverarbeitung|bereinigung" +
      "|datenbereinigung|aufbereitung der daten|filterung",
  },
  "evaluation-data": {
    anywhere:
      "testdaten*|evaluationsdaten*|evaluierungsdaten*|auswertungsdaten|validierungsdaten|testdatensatz" +
      "|bewertungsdaten",
  },
  "evaluation-results": {
    anywhere:
      "ergebnisse|evaluation|evaluierung|auswertung|evaluationsergebnisse|bewertungsergebnisse" +
      "|leistungsbewertung|benchmarks|testergebnisse",
    whole: "leistung|bewertung|genauigkeit|metriken|modellleistung",
  },
  usage: {
    anywhere:
      "schnellstart|erste schritte|verwendung des|nutzung des|benutzung|inferenz|anwendungsbeispiel*" +
      "|loslegen|bereitstellung|schnelleinstieg",
    whole: "verwendung|nutzung|beispiele|beispiel|gebrauch|anwendung",
  },
  license: {
    anywhere: "lizenz*|nutzungsbedingungen|urheberrecht|rechtliche*|rechtliches",
  },
  citation: {
    anywhere: "zitieren|zitat|zitierung|zitation|zitierhinweis*|zitierweise",
    whole: "referenzen|quellenangabe",
  },
  "environmental-impact": {
    anywhere:
      "umweltauswirkung*|umwelt*|co2*|energieverbrauch|emissionen|klima*|ökologischer fußabdruck" + "|kohlenstoff*",
  },
  compute: {
    anywhere:
      "rechenressourcen|rechenleistung|rechenaufwand|recheninfrastruktur|infrastruktur|rechenzeit" + "|rechenkapazität",
    whole: "hardware",
  },
  "data-collection": {
    anywhere:
      "datenerhebung|datensammlung|datenerfassung|datenherkunft|herkunft der daten|datenquellen" +
      "|datenbeschaffung|erhebung der daten",
  },
  "data-annotation": {
    anywhere:
      "annotation*|annotierung*|kennzeichnung der daten|datenannotation|beschriftung|annotator*|labeling" +
      "|datenkennzeichnung",
  },
  "personal-data": {
    anywhere: "personenbezogene*|persönliche daten|datenschutz|privatsphäre|sensible daten",
  },
  architecture: {
    anywhere:
      "*architektur|architektur des|modellaufbau|netzwerkstruktur|modellstruktur|aufbau des modells" +
      "|netzaufbau|technische spezifikation*",
    whole: "spezifikation|aufbau",
  },
  contact: {
    anywhere: "kontakt*|ansprechpartner",
    whole: "fragen|feedback",
  },
  changelog: {
    anywhere:
      "änderungsprotokoll|änderungsverlauf|versionshistorie|versionsverlauf|versionsgeschichte|neuigkeiten" +
      "|versionshinweise|änderungshistorie",
    whole: "änderungen|aktuelles|versionen|neues",
  },
  safety: {
    anywhere: "sicherheit*|schutzmaßnahmen",
  },
  "model-sources": {
    anywhere:
      "bezugsquellen|modellquellen|weiterführende links|download des modells|links zum modell" +
      "|quellen des modells|nützliche links",
    whole: "links|ressourcen|downloads|quellen|download",
  },
  none: {
    anywhere: "inhaltsverzeichnis|danksagung*|häufig gestellte fragen|häufige fragen",
    whole: "inhalt|installation|voraussetzungen|sprachen|fahrplan|beiträge|mitwirken",
  },
};
