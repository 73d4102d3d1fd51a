import { finishedSubject } from "./finished-subject.ts";
import { lazySubject } from "./lazy-subject.ts";
import { poolSubject } from "./pool/pool-subject.ts";
import type { SubjectRule } from "./subject-rule.ts";

/** All that a matcher can be asked about; the first that accepts a subject asserts. */
export const subjects: readonly SubjectRule[] = [lazySubject, finishedSubject, poolSubject];
