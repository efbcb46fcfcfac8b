import { moduleOfWord } from '@/lib/bigin/modules';

/** Words of which markup is made. They print even where the page's texts have them too: they tell nothing of it. */
const words = new Set(
  `action active all app area aria auto bar bigin board body box bulk button card cell check checkbox checked
  class clear col color column comp component container content count crux custom cx data detail current dir disabled empty entity
  exptable false field fixed footer for form frame grid group head header heading hidden href icon id input
  item kanban kv label lazy link list lite ltr lv lyte main menu mixed mode module name none number option org page
  pager picker pin pinned pipelines prop record records refresh role row rtl scroll search section select
  selected selection show size sort span src state style submit switch tab table tag tags td text tick ticked
  title top tr true type unchecked value view vw wrapper zcqa`.split(/\s+/),
);

export function isStructural(word: string): boolean {
  return words.has(word.toLowerCase()) || moduleOfWord(word) !== undefined;
}
