/** Headings of sections in French. */

import type { Synonyms } from "../kinds.ts";

/** Phrases of French by the kind of section. */
export const fr: Synonyms = {
  description: {
    anywhere:
      "description du|description de|détails du modèle|à propos|présentation du modèle|vue d'ensemble" + "|aperçu du",
    whole: "description|présentation|introduction|résumé|aperçu|contexte|caractéristiques",
  },
  "intended-use": {
    anywhere:
      "utilisation prévue|utilisations prévues|usage prévu|usages prévus|usage envisagé|usages envisagés" +
      "|cas d'usage|cas d'utilisation|utilisateurs visés",
    whole: "usages|applications",
  },
  "out-of-scope-use": {
    anywhere:
      "hors périmètre|hors du périmètre|hors champ|usages interdits|utilisations interdites|usage non prévu" +
      "|usages non prévus|utilisations non prévues|mauvais usage|mauvaise utilisation|usages à éviter",
  },
  limitations: {
    anywhere: "limites du|limites de|limites connues|limitations|problèmes connus",
    whole: "limites",
  },
  "bias-risks": {
    anywhere: "biais|risques|considérations éthiques|impact social|impact sociétal|équité",
    whole: "éthique",
  },
  "training-data": {
    anywhere:
      "données d'entraînement|données d'entrainement|données d'apprentissage|corpus d'entraînement" +
      "|jeu d'entraînement|jeu de données d'entraînement|entraîné sur",
    whole: "données|jeu de données|jeux de données|corpus",
  },
  "training-procedure": {
    anywhere:
      "procédure d'entraînement|procédure d'apprentissage|processus d'entraînement|méthode d'entraînement" +
      "|détails de l'entraînement|déroulement de l'entraînement|hyperparamètres|entraînement du modèle",
    whole: "entraînement|apprentissage|pré entraînement|préentraînement",
  },
  preprocessing: {
    anywhere: "prétraitement*|pré traitement|traitement des données|nettoyage|préparation des données|filtrage",
  },
  "evaluation-data": {
    anywhere:
      "données d'évaluation|données de test|jeu de test|jeu d'évaluation|données de validation" +
      "|corpus d'évaluation",
  },
  "evaluation-results": {
    anywhere: "résultats|évaluation|évaluations|performances|performance du",
    whole: "performance|précision|métriques",
  },
  usage: {
    anywhere:
      "comment utiliser|utiliser le modèle|utilisation du|prise en main|démarrage rapide" +
      "|exemple d'utilisation|bien démarrer|inférence|déploiement|pour commencer|premiers pas",
    whole: "utilisation|exemples|mode d'emploi",
  },
  license: {
    anywhere: "licence|licences|conditions d'utilisation|droits d'auteur|mentions légales",
  },
  citation: {
    anywhere: "citer ce|citer cet|citer le|comment citer|pour citer",
    whole: "citation|citer|références|référence",
  },
  "environmental-impact": {
    anywhere:
      "impact environnemental|empreinte carbone|émissions|consommation énergétique|consommation d'énergie" +
      "|empreinte écologique|bilan carbone",
  },
  compute: {
    anywhere:
      "ressources de calcul|puissance de calcul|infrastructure de calcul|infrastructure|moyens de calcul" +
      "|temps de calcul",
    whole: "matériel|calcul",
  },
  "data-collection": {
    anywhere:
      "collecte des données|collecte de données|collecte|provenance des données|sources de données" +
      "|origine des données|constitution du corpus",
  },
  "data-annotation": {
    anywhere: "annotation des|annotation*|annotateurs|étiquetage",
  },
  "personal-data": {
    anywhere:
      "données à caractère personnel|données personnelles|informations personnelles|vie privée" +
      "|données sensibles|confidentialité",
  },
  architecture: {
    anywhere: "architecture|structure du modèle|structure du réseau|conception du modèle|spécifications techniques",
    whole: "spécifications",
  },
  contact: {
    anywhere: "contact|nous contacter|contacter",
    whole: "questions",
  },
  changelog: {
    anywhere:
      "historique des versions|notes de version|journal des modifications|journal des changements" +
      "|dernières nouvelles|nouveautés",
    whole: "actualités|historique|versions|modifications",
  },
  safety: {
    anywhere: "sécurité|sûreté|garde fous",
  },
  "model-sources": {
    anywhere: "liens vers|sources du modèle|télécharger le modèle|téléchargement du modèle|liens utiles",
    whole: "liens|ressources|téléchargement|téléchargements|sources",
  },
  none: {
    anywhere: "table des matières|remerciements|questions fréquentes|foire aux questions",
    whole: "sommaire|installation|prérequis|langues|feuille de route|contributions",
  },
};
