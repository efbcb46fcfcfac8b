/**
 * The private key of a service account, whether it was copied with its line breaks or as it stands in Google's JSON file,
 * which spells them `\n`. Signing takes line breaks alone.
 */
export const withLineBreaks = (key: string) => key.replaceAll(String.raw`\n`, '\n');
