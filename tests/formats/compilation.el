;; SPDX-FileCopyrightText: the milepost authors
;; SPDX-License-Identifier: MIT
;;
;; Reads $MILEPOST_FINDINGS as the output of a compilation and prints how many places Emacs understood.
(require 'compile)
(with-temp-buffer
  (insert-file-contents (getenv "MILEPOST_FINDINGS"))
  (compilation-mode)
  (compilation--ensure-parse (point-max))
  (princ (+ compilation-num-errors-found compilation-num-warnings-found compilation-num-infos-found)))
