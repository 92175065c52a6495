/** Whether a status says that another attempt may be answered otherwise. */
export function isPassing(status: number | undefined): boolean {
  return /^(408|423|425|429|477|50[0234]|52[134])$/.test(`${status}`);
}
