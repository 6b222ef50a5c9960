// What is read from an update of the first codec: see encoding.js.
import { absent } from "./absent.js";

export { createDecoder, readUint8, readVarString, readVarUint, readVarUint8Array } from "lib0/decoding";
export {
  absent as IntDiffOptRleDecoder,
  absent as readAny,
  absent as RleDecoder,
  absent as StringDecoder,
  absent as UintOptRleDecoder,
};
