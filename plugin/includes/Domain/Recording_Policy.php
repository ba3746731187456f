<?php
/**
 * Whether, where and why a visit is recorded.
 *
 * @package Candid
 */

declare(strict_types=1);

namespace Candid\Domain;

/**
 * The one answer for door, pages, health and settings. Pure: made of facts about a site, asked with facts about a page.
 * The first reason that applies counts, in the order in which an owner would have to deal with them.
 */
final class Recording_Policy {

	/**
	 * @param bool        $is_on   Whether the owner turned recording on.
	 * @param string      $own_key Key of this site's own account; empty while there is none.
	 * @param string|null $key     Account key in force; null when CANDID_ACCOUNT_KEY holds something that is no key.
	 * @param bool        $skips_logged_in Whether visitors who are logged in are not recorded.
	 */
	public function __construct(
		private readonly bool $is_on,
		private readonly string $own_key,
		private readonly ?string $key,
		private readonly bool $skips_logged_in = false
	) {
	}

	/** Whether visits of this site are recorded at all, and for which account. */
	public function of_site(): Recording_Decision {
		return match ( true ) {
			null === $this->key => Recording_Decision::no( No_Recording::Unusable_Key ),
			'' === $this->own_key && '' === $this->key => Recording_Decision::no( No_Recording::No_Account ),
			$this->key !== $this->own_key => Recording_Decision::no( No_Recording::Elsewhere ),
			! $this->is_on => Recording_Decision::no( No_Recording::Off ),
			default => Recording_Decision::yes( $this->own_key ),
		};
	}

	/**
	 * Whether visitors of a page are recorded once recording is on, whoever looks at the page now.
	 *
	 * @param No_Recording|null $page What keeps the page out; null: nothing.
	 */
	public function of_page( ?No_Recording $page ): Recording_Decision {
		return null === $page ? Recording_Decision::yes( $this->own_key ) : Recording_Decision::no( $page );
	}

	/**
	 * Whether this visit to a page is recorded.
	 *
	 * @param No_Recording|null $page     What keeps the page out; null: nothing.
	 * @param bool              $is_staff Whether the visitor works on the site.
	 * @param bool              $is_logged_in Whether the visitor is logged in.
	 */
	public function of_visit( ?No_Recording $page, bool $is_staff, bool $is_logged_in = false ): Recording_Decision {
		$site = $this->of_site();
		if ( ! $site->is_yes() ) {
			return $site;
		}
		return match ( true ) {
			null !== $page => $this->of_page( $page ),
			$is_staff => Recording_Decision::no( No_Recording::Staff ),
			$is_logged_in && $this->skips_logged_in => Recording_Decision::no( No_Recording::Logged_In ),
			default => $this->of_page( null ),
		};
	}
}
