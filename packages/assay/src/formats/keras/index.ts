import type { Format } from "../../model/plugin.ts";
import { isKerasConfig, readKeras } from "./read.ts";

const keras: Format<"keras"> = {
  id: "keras",
  version: 1,
  title: "Keras configuration",
  spec: "https://github.com/keras-team/keras/blob/master/keras/src/saving/serialization_lib.py",
  matches: isKerasConfig,
  read: readKeras,
};
export default keras;
