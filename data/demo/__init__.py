"""The demo district: a synthetic extract that follows the contract and meets the real totals.

The flow, one module a step: shipped → patterns → days → columns → casualties → counts → places, roads →
charges, complexes, repeats → burglary, traffic, activity, digital, local → district → pseudonyms → files.
What is real and what is invented stands in docs/demodata.md.
"""
