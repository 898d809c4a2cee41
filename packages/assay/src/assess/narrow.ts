/** The workbench of one model of several: the same files and studies, without what is about other models. */

import type { Models, ReleaseModel } from "../model/models.ts";
import type { NarrowBench, Study, Workbench } from "../model/plugin.ts";

/** Narrows a workbench to a model. Nothing is read or studied twice. */
export function narrow(whole: Workbench, model: ReleaseModel, found: Models): NarrowBench {
  const isAbout: NarrowBench["isAbout"] = (artifact) => found.isAbout(model, artifact);
  const artifacts = whole.release.artifacts.filter(isAbout);
  const studies = new Map<Study<unknown>, Promise<unknown>>();
  return {
    release: { ...whole.release, artifacts },
    model,
    isAbout,
    platform: whole.platform,
    signal: whole.signal,
    readings: (artifact) => whole.readings(artifact),
    text: (artifact) => whole.text(artifact),
    isMissed: (artifact) => whole.isMissed(artifact),
    sha256: (artifact) => whole.sha256(artifact),
    study<T>(study: Study<T>): Promise<T> {
      const before = studies.get(study) ?? narrowStudy(study, whole, this);
      studies.set(study, before);
      // The map holds for each study the result of that very study.
      return before as Promise<T>;
    },
  };
}

async function narrowStudy<T>(study: Study<T>, whole: Workbench, bench: NarrowBench): Promise<T> {
  const result = await whole.study(study);
  return study.narrow === undefined ? result : await study.narrow(result, bench);
}
