/**
 * The percent-encodings that the sender decodes before it signs, and no others: `%20` and `%25`
 * stay, and so does a lower-case `%3a`.
 */
const decodedCharacters: Readonly<Record<string, string>> = {
  '%3A': ':',
  '%2F': '/',
  '%3F': '?',
  '%40': '@',
  '%21': '!',
  '%24': '$',
  '%27': "'",
  '%28': '(',
  '%29': ')',
  '%2A': '*',
  '%2C': ',',
  '%3B': ';',
};

/** A URL as it is signed. Decodes once: `%253A` is a percent sign that somebody wrote. */
export function signedUri(url: string): string {
  return url.replace(/%[0-9A-F]{2}/g, (encoded) => decodedCharacters[encoded] ?? encoded);
}
