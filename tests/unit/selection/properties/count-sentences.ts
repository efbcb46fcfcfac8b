/** How pages say how many records are selected: a language with its digits and separators, and the words around. */
const languages: readonly [locale: string, sentence: (count: string) => string][] = [
  ['en', (count) => `${count} Records Selected`],
  ['en-IN', (count) => `Selected: ${count}`],
  ['de', (count) => `${count} Datensätze ausgewählt`],
  ['de-CH', (count) => `${count} ausgewählt`],
  ['fr', (count) => `${count} enregistrements sélectionnés`],
  ['ja', (count) => `${count}件のレコードを選択中`],
  ['hi-u-nu-deva', (count) => `${count} रिकॉर्ड चयनित`],
  ['ar-u-nu-arab', (count) => `تم تحديد ${count} من السجلات`],
  ['fa-u-nu-arabext', (count) => `${count} رکورد`],
];

export const countSentences = languages.map(([locale, sentence]) => {
  const numbers = new Intl.NumberFormat(locale);
  return (count: number) => sentence(numbers.format(count));
});
