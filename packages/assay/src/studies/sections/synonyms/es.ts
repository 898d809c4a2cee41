/** Headings of sections in Spanish. */

import type { Synonyms } from "../kinds.ts";

/** Phrases of Spanish by the kind of section. */
export const es: Synonyms = {
  description: {
    anywhere:
      "descripción del|descripción de|detalles del modelo|acerca de|sobre el modelo|sobre este modelo" +
      "|visión general|resumen del",
    whole: "descripción|resumen|introducción|presentación|características|antecedentes",
  },
  "intended-use": {
    anywhere:
      "uso previsto|usos previstos|uso pretendido|uso esperado|casos de uso|uso recomendado" +
      "|usos recomendados|usuarios previstos",
    whole: "usos|aplicaciones",
  },
  "out-of-scope-use": {
    anywhere:
      "fuera de alcance|fuera del alcance|usos prohibidos|uso prohibido|uso no previsto|usos no previstos" +
      "|uso indebido|usos indebidos|mal uso|usos no recomendados",
  },
  limitations: {
    anywhere: "limitaciones|problemas conocidos|límites del|límites de",
    whole: "límites",
  },
  "bias-risks": {
    anywhere: "sesgo|sesgos|riesgos|consideraciones éticas|impacto social|equidad",
    whole: "ética",
  },
  "training-data": {
    anywhere:
      "datos de entrenamiento|datos del entrenamiento|corpus de entrenamiento|conjunto de entrenamiento" +
      "|conjunto de datos de entrenamiento|entrenado con",
    whole: "datos|conjunto de datos|conjuntos de datos|corpus",
  },
  "training-procedure": {
    anywhere:
      "procedimiento de entrenamiento|proceso de entrenamiento|método de entrenamiento" +
      "|detalles del entrenamiento|detalles de entrenamiento|hiperparámetros|entrenamiento del modelo",
    whole: "entrenamiento|preentrenamiento",
  },
  preprocessing: {
    anywhere:
      "preprocesamiento|preprocesado|preproceso|procesamiento de datos|procesamiento de los datos|limpieza" +
      "|preparación de los datos|preparación de datos|filtrado",
  },
  "evaluation-data": {
    anywhere:
      "datos de evaluación|datos de prueba|conjunto de prueba|conjunto de evaluación|datos de validación" +
      "|datos de test",
  },
  "evaluation-results": {
    anywhere: "resultados|evaluación|evaluaciones|rendimiento del",
    whole: "rendimiento|desempeño|métricas|precisión",
  },
  usage: {
    anywhere:
      "cómo usar|cómo usarlo|cómo utilizar|inicio rápido|primeros pasos|uso del modelo|ejemplo de uso|ejemplos de uso" +
      "|guía rápida|inferencia|despliegue|cómo empezar",
    whole: "uso|ejemplos|utilización",
  },
  license: {
    anywhere:
      "licencia|licencias|términos de uso|condiciones de uso|derechos de autor|aviso legal" + "|información legal",
  },
  citation: {
    anywhere: "cómo citar|citar este|para citar",
    whole: "cita|citar|citación|citas|referencias|referencia",
  },
  "environmental-impact": {
    anywhere:
      "impacto ambiental|impacto medioambiental|huella de carbono|emisiones|consumo de energía" + "|consumo energético",
  },
  compute: {
    anywhere:
      "recursos de cómputo|recursos computacionales|infraestructura|cómputo|capacidad de cómputo" +
      "|tiempo de cómputo",
    whole: "hardware",
  },
  "data-collection": {
    anywhere:
      "recopilación de datos|recopilación de los datos|recolección de datos|obtención de datos" +
      "|procedencia de los datos|fuentes de datos|origen de los datos|recogida de datos",
  },
  "data-annotation": {
    anywhere: "anotación|anotaciones|etiquetado|anotadores",
  },
  "personal-data": {
    anywhere:
      "datos personales|información personal|privacidad|datos sensibles|datos de carácter personal" +
      "|información sensible",
  },
  architecture: {
    anywhere:
      "arquitectura|estructura del modelo|estructura de la red|diseño de la red|diseño del modelo" +
      "|especificaciones técnicas",
    whole: "especificaciones",
  },
  contact: {
    anywhere: "contacto|contáctenos|contactar|contáctanos",
    whole: "preguntas",
  },
  changelog: {
    anywhere:
      "registro de cambios|historial de versiones|notas de la versión|historial de cambios|novedades" +
      "|notas de versión",
    whole: "cambios|noticias|actualizaciones|versiones",
  },
  safety: {
    anywhere: "seguridad|medidas de seguridad|salvaguardas",
  },
  "model-sources": {
    anywhere:
      "fuentes del modelo|enlaces del modelo|enlaces al modelo|descarga del modelo|enlaces útiles" +
      "|descargar el modelo",
    whole: "enlaces|recursos|descargas|descarga|fuentes",
  },
  none: {
    anywhere: "tabla de contenido*|agradecimientos|preguntas frecuentes",
    whole: "índice|contenido|instalación|requisitos|idiomas|hoja de ruta|contribuciones",
  },
};
