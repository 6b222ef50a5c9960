// What is written into an update of the first codec. The rest writes values that an answer never holds, or the second codec.
import { absent } from "./absent.js";

export {
  createEncoder,
  toUint8Array,
  writeBinaryEncoder,
  writeUint8,
  writeUint8Array,
  writeVarString,
  writeVarUint,
  writeVarUint8Array,
} from "lib0/encoding";
export {
  absent as IntDiffOptRleEncoder,
  absent as RleEncoder,
  absent as StringEncoder,
  absent as UintOptRleEncoder,
  absent as writeAny,
};
