; The status lattice, for all days: what join (core/src/findings.cpp) makes of any number of findings. Written after the
; C++ by hand; z3 finds no counterexample to a line that is answered with unsat. Days are integers, 0 is today.
;
; A finding as join sees it: barred (not met and no day), or not before `first` and for certain from `last` on, where
; `sure` says that there is such a day. `open`: its outcome is unknown. Met: first = last = 0, sure, not open.
(set-logic ALL)
(declare-datatype Finding ((finding (barred Bool) (first Int) (last Int) (sure Bool) (open Bool))))
(define-fun valid ((f Finding)) Bool
  (and (>= (first f) 0) (>= (last f) (first f))
       (=> (barred f) (not (open f)))
       (=> (and (not (open f)) (not (barred f))) (and (sure f) (=> (= (last f) 0) (= (first f) 0))))))
(define-fun max ((a Int) (b Int)) Int (ite (> a b) a b))
; The loop of join is this, one finding after the other.
(define-fun both ((a Finding) (b Finding)) Finding
  (finding (or (barred a) (barred b)) (max (first a) (first b)) (max (last a) (last b))
           (and (sure a) (sure b)) (or (open a) (open b))))
(define-fun denied ((f Finding)) Bool (barred f))
(define-fun allowed ((f Finding)) Bool (and (not (barred f)) (sure f) (= (last f) 0)))
(define-fun deferred ((f Finding)) Bool
  (and (not (barred f)) (sure f) (> (last f) 0) (or (> (first f) 0) (not (open f)))))
(define-fun needs_info ((f Finding)) Bool (and (not (denied f)) (not (allowed f)) (not (deferred f))))
(declare-const a Finding)
(declare-const b Finding)
(declare-const c Finding)
(assert (and (valid a) (valid b) (valid c)))

(echo "there are such findings (sat), and to each line below there is no counterexample (unsat)")
(check-sat)

(echo "the order of the rules does not matter")
(push)
(assert (or (distinct (both a b) (both b a)) (distinct (both a (both b c)) (both (both a b) c))))
(check-sat)
(pop)

(echo "the joined bounds are bounds")
(push)
(assert (and (not (barred (both a b))) (not (>= (last (both a b)) (first (both a b)) 0))))
(check-sat)
(pop)

(echo "a bar denies, and nothing else does")
(push)
(assert (distinct (denied (both a b)) (or (denied a) (denied b))))
(check-sat)
(pop)

(echo "allowed is what every rule allows")
(push)
(assert (distinct (allowed (both a b)) (and (allowed a) (allowed b))))
(check-sat)
(pop)

(echo "an unknown outcome without a day that is certain never lets anything pass or be put off")
(push)
(assert (and (open a) (not (sure a)) (or (allowed (both a b)) (deferred (both a b)))))
(check-sat)
(pop)

(echo "deferred has a day, and is not allowed before it in every case")
(push)
(assert (and (deferred (both a b)) (not (> (last (both a b)) 0))))
(check-sat)
(pop)

(echo "one status and no other")
(push)
(assert (or (and (denied a) (allowed a)) (and (denied a) (deferred a)) (and (allowed a) (deferred a))))
(check-sat)
(pop)

(echo "what one learns narrows the bounds and never turns a sure answer round")
(push)
; `b` is `a` with an answer more: it lies within.
(assert (and (not (barred a)) (not (barred b)) (>= (first b) (first a)) (=> (sure a) (and (sure b) (<= (last b) (last a))))))
(assert (not (barred c)))
(assert (or (and (allowed (both a c)) (not (allowed (both b c))))
            (< (first (both b c)) (first (both a c)))
            (and (sure (both a c)) (or (not (sure (both b c))) (> (last (both b c)) (last (both a c)))))))
(check-sat)
(pop)

; LinkDateRules::decide(FreeDays) in link_date_rules.h against decide(history, free) for a history without an unknown
; start, and both against the definition: free in every reading, or in one.
(declare-const cool Int)
(declare-const calendar Int)
(declare-const rolling Int)
(define-fun min ((x Int) (y Int)) Int (ite (< x y) x y))
(define-fun first-by-year () Int (min calendar rolling))
(define-fun last-by-year () Int (max calendar rolling))
(define-fun quick-first () Int (ite (> (max cool last-by-year) 0) (max cool first-by-year) 0))
(define-fun quick-last () Int (ite (> (max cool last-by-year) 0) (max cool last-by-year) 0))
(define-fun slow-first () Int
  (max (ite (> cool 0) cool 0) (ite (> last-by-year 0) (max first-by-year 0) 0)))
(define-fun slow-last () Int (max (ite (> cool 0) cool 0) (ite (> last-by-year 0) last-by-year 0)))

(echo "the branchless evaluator says what the other one says")
(push)
(assert (or (distinct (max quick-first 0) slow-first) (distinct quick-last slow-last)))
(check-sat)
(pop)

(echo "its bounds are those of the readings")
(push)
(assert (or (distinct slow-first (max 0 (min (max cool calendar) (max cool rolling))))
            (distinct slow-last (max 0 (max (max cool calendar) (max cool rolling))))))
(check-sat)
(pop)
