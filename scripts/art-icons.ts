/** Every icon of the product; bootstrap-icons only. Add a name here and run make-art.ts. */
export const icons =
  `archive bag stack tags tree truck arrow-left arrow-right arrow-repeat arrows-collapse award bank bar-chart bell book bookmark bookmark-plus
box-arrow-in-right box-arrow-right box-arrow-up-right briefcase building building-check calculator calendar3 calendar-check
caret-down-fill caret-up-fill cash-coin check-circle check2 chevron-down chevron-expand chevron-left chevron-right
circle-half clipboard clipboard-check clock clock-history cpu cup-hot diagram-3 door-open download exclamation-circle
exclamation-triangle eye file-earmark-excel file-earmark-pdf file-earmark-text flag flower1 gear geo-alt globe hammer
heart-pulse hourglass-bottom house image inbox info-circle journal-bookmark journal-text key life-preserver link-45deg list
list-check list-task lock megaphone mortarboard patch-check patch-check-fill pencil pencil-square people person person-badge
person-check person-plus person-vcard phone plus-lg printer qr-code question-circle receipt scissors search share shield-check
signpost slash-circle sliders star tag telephone tools translate trash trophy type upload upc-scan wallet2 x-lg`.split(
    /\s+/,
  )
