/** What a change's id looks like as the fragment of a link, and as the `id` of its element: both are the same text. */
export function fragmentOf(changeId: string): string {
  return encodeURIComponent(changeId.toWellFormed()).replaceAll(
    /%(2F|3A|2C|40)/g,
    decodeURIComponent,
  );
}
