#ifndef BREAKEVEN_FAULTS_HEAP_FAULT_H
#define BREAKEVEN_FAULTS_HEAP_FAULT_H

#include <stdbool.h>

/*
 * Allocations that fail, within a test program that is linked with the wrappers of CMakeLists.txt:
 * only those that the project's own code asks for, of the system or of an arena.
 */

/* Does something and gives back all it has for it. False when that was refused. */
typedef bool heap_task(const void *context);

/* Does the task with the first allocation failing, then with the second, and so on with ever larger
 * steps, until none fails. Fails the test unless each failure is refused, and what has none is not.
 * Returns how many failed. What is not given back is for the leak sanitizer to find. */
unsigned heap_fault_each(heap_task *task, const void *context);

#endif
