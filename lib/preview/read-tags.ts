import type { BiginClient } from '@/lib/bigin/client';
import { BiginError } from '@/lib/bigin/errors/bigin-error';
import { UnreadableAnswerError } from '@/lib/bigin/errors/unreadable-answer-error';
import { OtherAnswerError, tagReaders, type TagReader } from '@/lib/bigin/endpoints/record-tags';
import type { Tag } from '@/lib/bigin/endpoints/tags';
import type { ModuleName } from '@/lib/bigin/modules';
import type { RecordId } from '@/lib/bigin/record-id';
import { Turns } from '@/lib/turns';
import { passingLessons, type Lessons } from '@/lib/learnt/learnt';

export interface ReadOptions {
  /** Makes a call when its turn comes, again where that may help; one at a time unless told. */
  attempt?: <T>(call: (onArrived?: () => void) => Promise<T>) => Promise<T>;
  /** Asked before every call; what was read until then is answered. */
  goOn?: () => boolean;
  /** Which reader this account takes, where that is known; learnt here where it is not. */
  lessons?: Lessons;
  /** Told the tags of each call's records, and which were asked for: those without tags here are missing. */
  onRead?: (tags: ReadonlyMap<RecordId, Tag[]>, asked: readonly RecordId[]) => void;
}

/**
 * The tags of the given records, in the fewest calls that this account takes. The reader that it is known to take
 * asks for everything at once; else the readers are tried in order, each on one call's records first. What a
 * reader was refused, or not answered, is left to the next.
 * A record that Bigin does not have is missing from the map. Errors that no other reader could mend are thrown.
 */
export async function readTags(
  client: BiginClient,
  module: ModuleName,
  ids: readonly RecordId[],
  { attempt = oneByOne(), goOn = () => true, lessons = passingLessons(), onRead }: ReadOptions = {},
): Promise<Map<RecordId, Tag[]>> {
  const tags = new Map<RecordId, Tag[]>();
  const known = lessons.known.readers?.[module];
  let hasKnownTaken = false;
  let isOver = false;
  let isCancelled = false;
  /** Set where a better reader may have failed by chance: then this one is not remembered. */
  let isStopgap = false;

  const inTurn: Round['inTurn'] = async (isWanted, call) => {
    try {
      await attempt(async (onArrived) => {
        if (isOver || isCancelled || !isWanted()) throw new NotMadeError();
        isCancelled = !goOn();
        if (isCancelled) throw new NotMadeError();
        await call(onArrived);
      });
      return true;
    } catch (error) {
      if (error instanceof NotMadeError) return false;
      throw error;
    }
  };
  const shared = sharing();
  const take: Round['take'] = (reader, asked, answer) => {
    if (isOver) return;
    const read = new Map([...answer].map(([id, found]) => [id, shared(found)]));
    for (const [id, found] of read) tags.set(id, found);
    // No records prove nothing: any reader may answer so.
    const isProof = answer.size > 0 && !isStopgap;
    hasKnownTaken ||= answer.size > 0 && reader.name === known;
    // A known reader that was refused a part of what it was asked is still the best.
    if (isProof && !hasKnownTaken && lessons.known.readers?.[module] !== reader.name) {
      lessons.learn({ readers: { ...lessons.known.readers, [module]: reader.name } });
    }
    onRead?.(read, asked);
  };

  let left = ids;
  try {
    for (const reader of inOrder(known)) {
      if (left.length === 0 || isCancelled) return tags;
      const isKnown = reader.name === known;
      const round = await readBy(reader, { client, module, ids: left, isKnown, inTurn, take });
      left = round.left;
      isStopgap ||= round.failedByChance;
    }
    if (left.length > 0 && !isCancelled) throw new UnreadableAnswerError(200);
    return tags;
  } finally {
    isOver = true;
  }
}

/** Has calls wait for each other. */
function oneByOne(): NonNullable<ReadOptions['attempt']> {
  const turns = new Turns();
  return (call) => turns.take('', call);
}

/** Records that carry the same tags share the list of them: ten thousand records have a few dozen. */
function sharing(): (tags: Tag[]) => Tag[] {
  const lists = new Map<string, Tag[]>();
  return (tags) => {
    const key = JSON.stringify(tags);
    const known = lists.get(key);
    if (!known) lists.set(key, tags);
    return known ?? tags;
  };
}

/** The known reader first. */
function inOrder(known: TagReader['name'] | undefined): TagReader[] {
  return tagReaders.toSorted((a, b) => Number(b.name === known) - Number(a.name === known));
}

interface Round {
  client: BiginClient;
  module: ModuleName;
  ids: readonly RecordId[];
  /** Whether the account is known to take the reader. */
  isKnown: boolean;
  /** Makes a call when its turn comes; `false` where it is not wanted any more by then. */
  inTurn: (isWanted: () => boolean, call: (onArrived?: () => void) => Promise<void>) => Promise<boolean>;
  take: (reader: TagReader, asked: readonly RecordId[], answer: ReadonlyMap<RecordId, Tag[]>) => void;
}

/** Reads by one reader what it is answered; the rest is left. */
async function readBy(
  reader: TagReader,
  { client, module, ids, isKnown, inTurn, take }: Round,
): Promise<{ left: RecordId[]; failedByChance: boolean }> {
  const left: RecordId[] = [];
  let taken = 0;
  let isRefused = false;
  let isUnreadable = false;
  // One answer that is no answer may be chance, unless it is all that came so far.
  const isWanted = () => !isRefused && (!isUnreadable || taken > 0);
  const read = async (asked: readonly RecordId[]) => {
    // What comes is noted within the call: the next one's turn begins right after it.
    const wasMade = await inTurn(isWanted, async (onArrived) => {
      const answer = await tryReader(reader, () => reader.read(client, module, asked, onArrived));
      if (typeof answer === 'string') {
        isRefused ||= answer === 'refused';
        isUnreadable ||= answer === 'unreadable';
        left.push(...asked);
      } else {
        taken++;
        take(reader, asked, answer);
      }
    });
    if (!wasMade) left.push(...asked);
  };
  const chunks = chunksOf(ids, reader.limit);
  if (!isKnown) await Promise.all(chunks.splice(0, 1).map(read));
  await Promise.all(chunks.map(read));
  return { left, failedByChance: isUnreadable && !isRefused };
}

function chunksOf(ids: readonly RecordId[], size: number): RecordId[][] {
  return Array.from({ length: Math.ceil(ids.length / size) }, (_, index) =>
    ids.slice(index * size, (index + 1) * size),
  );
}

type Answer = ReadonlyMap<RecordId, Tag[]> | 'refused' | 'unreadable';

/** A call whose turn came when it was not wanted any more. */
class NotMadeError extends Error {
  override readonly name = 'NotMadeError';
}

/** What this way of reading brings; errors that another way could not mend are thrown. */
async function tryReader(
  { name }: TagReader,
  read: () => Promise<ReadonlyMap<RecordId, Tag[]>>,
): Promise<Answer> {
  try {
    return await read();
  } catch (error) {
    if (error instanceof OtherAnswerError) return 'refused';
    if (name === 'single') {
      if (isGone(error)) return new Map();
      throw error;
    }
    if (error instanceof UnreadableAnswerError) return 'unreadable';
    if (isRefusal(error)) return 'refused';
    throw error;
  }
}

/** A refusal of the form of the question, or of the scope that only this form needs. */
function isRefusal(error: unknown): boolean {
  if (!(error instanceof BiginError)) return false;
  const final = ['INVALID_TOKEN', 'AUTHENTICATION_FAILURE', 'TOO_MANY_REQUESTS'];
  return error.status < 500 && error.status !== 429 && !final.includes(error.code);
}

function isGone(error: unknown): boolean {
  return (
    error instanceof BiginError &&
    ['INVALID_DATA', 'RESOURCE_NOT_FOUND', 'RECORD_NOT_FOUND'].includes(error.code)
  );
}
