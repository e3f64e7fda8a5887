# complete.bash PROGRAM WORD... : what bash offers for the last of the words, one a line.
source <("$1" completion bash)
COMP_WORDS=("$@")
COMP_CWORD=$(($# - 1))
_breakeven
((${#COMPREPLY[@]} == 0)) || printf '%s\n' "${COMPREPLY[@]}"
