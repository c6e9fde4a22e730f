# Everything happens in .ci/start.py, so that Windows has the same commands: py .ci\start.py run
PYTHON ?= python3

.PHONY: run test check full bench load simulate audit setup
run test check full bench load simulate audit setup:
	@$(PYTHON) .ci/start.py $@ $(ARGS)
