/*
 * Completion scripts for shells, made from the tables of commands and options: what the program
 * reads is what a shell completes.
 */
#ifndef BREAKEVEN_CLI_COMPLETE_H
#define BREAKEVEN_CLI_COMPLETE_H

#include <stdio.h>

void complete_bash(FILE *out);
void complete_zsh(FILE *out);
void complete_fish(FILE *out);

#endif
