/** Answers that a form carries from step to step in hidden inputs. */

/** An answer has letters in a row, and is no address, code or data. */
const ANSWER = /^(?!.*(?:[{}<>[\]|\\=]|\/\/))(?=.*\p{L}{3})/u;
const LONGEST_ANSWER = 500;
/** Names of hidden inputs that WordPress, shops and form plugins use for themselves. */
const NO_ANSWER = /^_|nonce|token|action|refer|redirect|product|item|title|sku|site|blog|form|currency|locale|lang|type|version|variation|attribute|cart|order|sort|page|post|url|source|campaign|plan|course|event|subject|zone|country/i;
const PERSONAL_NAME = /name|first|last|mail|phone|tel|street|address|city|town|zip|company|message|comment|birth|why|reason|note|answer/i;

/** Whether a hidden input carries an answer from an earlier step of a form, and not something the page's scripts or its shop need. */
export const isAnswer = ( { type, name, value }: HTMLInputElement ): boolean =>
	type === 'hidden' && ANSWER.test( value ) && ! NO_ANSWER.test( name ) && value.length < LONGEST_ANSWER && ( /^[^_-]*\p{Lu}|\s|@|[^\x00-\x7f]/u.test( value ) || PERSONAL_NAME.test( name ) );
