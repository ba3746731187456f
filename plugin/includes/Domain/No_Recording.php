<?php
/**
 * Why a visit is not recorded.
 *
 * @package Candid
 */

declare(strict_types=1);

namespace Candid\Domain;

/** Reasons of Recording_Policy. The values are codes: every face has its own sentence for them. */
enum No_Recording: string {

	/** The owner has not turned recording on. */
	case Off = 'off';

	/** The constant CANDID_ACCOUNT_KEY holds no account key. */
	case Unusable_Key = 'unusable_key';

	/** The site has no account of its own yet. */
	case No_Account = 'no_account';

	/** The account key in force is of another site or service. */
	case Elsewhere = 'elsewhere';

	/** An answer for machines (feed, REST, cron …), or wp-admin. */
	case Not_A_Page = 'not_a_page';

	/** A preview or the frame of an editor. */
	case Editing = 'editing';

	/** A page of WordPress where people log in or sign up. */
	case Sign_Up = 'sign_up';

	/** An AMP page: it may not carry a script of ours. */
	case Accelerated = 'accelerated';

	/** The filter candid_recorder_settings leaves the page out. */
	case Left_Out = 'left_out';

	/** The filter candid_blocked_selectors returned something that is no list of selectors. */
	case Unknown_Blocks = 'unknown_blocks';

	/** Whoever looks at the page works on the site. */
	case Staff = 'staff';

	/** Whoever looks at the page is logged in, and such visitors are not recorded. */
	case Logged_In = 'logged_in';
}
