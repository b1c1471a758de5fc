" SPDX-FileCopyrightText: the milepost authors
" SPDX-License-Identifier: MIT
"
" Reads $MILEPOST_FINDINGS as an error list and writes each place that Vim understood into $MILEPOST_QUICKFIX.
set errorformat=%f:%l:%c:\ %t%*[a-z]\ %m
execute 'cgetfile ' . fnameescape($MILEPOST_FINDINGS)
let places = filter(getqflist(), 'v:val.valid')
call writefile(map(places, 'v:val.type . " " . v:val.lnum . ":" . v:val.col'), $MILEPOST_QUICKFIX)
qall!
